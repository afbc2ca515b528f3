"""Pages of three made-up sites that show the same article, each with furniture of its own."""

TITLE = "The harbour of Vell"
PARAGRAPHS = (
    "The harbour at Vell was closed in 1974 after a storm that broke the outer wall in three places.",
    "Some 400 boats had used it every summer, and the town lost 90 jobs in the year after it was closed.",
    "“We did not only lose a wall,” said Ada Lind, who was mayor for nine years. “We lost the reason for the town.”",
    "What came after",
    "The new pier, which was opened in 2031, is longer than the old one by 40 metres and stands on steel.",
)
HEADING = 3
QUOTED = "“We lost the reason for the town.”"
LEAD, JOBS, SAID, AFTER, PIER = PARAGRAPHS

NEWS = f"""<!DOCTYPE html><html><head><title>{TITLE} | The Vell Courier</title>
<script>var p = "<p>no</p>";</script></head>
<body class="article has-sidebar"><div id="cookieBanner"><p>We use cookies. <button>Accept all</button></p></div>
<header class="site-header"><nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav></header>
<main><article><h1>{TITLE}</h1><p class="byline">By Bo Ek and Cy Dahl</p><ul class="share-tools"><li>Share<li>Email</ul>
<figure><img src="x.jpg"><figcaption>The old wall. Photo: B. Ek</figcaption></figure>
<p>{LEAD}</p><div class="ad-slot">Advertisement</div><p>{JOBS}</p><blockquote class="pull">{QUOTED}</blockquote>
<p>{SAID}</p><h2>{AFTER}</h2><aside><h3>Sign up</h3><p>Our best stories every Friday in your inbox, free.</p></aside>
<p>{PIER}</p></article><section id="comments"><h2>Comments (2)</h2><p>I remember the old wall well, we fished there.</p>
</section></main><footer><p>© The Vell Courier</p></footer></body></html>"""

BLOG = f"""<html><body><div id="wrap"><div class="menu"><a href="/">start</a> <a href="/about">about me</a></div>
<div class="sidebar"><h3>Popular</h3><ul><li><a href="/1">Ten boats to see before you die</a></ul></div>
<div class="post"><h1>{TITLE}</h1>{LEAD}<br><br>{JOBS}<br><br>{SAID}<h3>{AFTER}</h3><div>{PIER}</div>
<p>Read more: <a href="/2">The second storm of the century and what it took</a></p></div>
<div class="postmeta">Posted by bo on Monday</div></div></body></html>"""

ENCYCLOPEDIA = f"""<html><head><title>{TITLE}</title></head>
<body><div id="mw-navigation"><ul><li><a>Random</a></ul></div>
<div id="content"><h1>{TITLE}</h1><div class="hatnote">For the town, see Vell.</div>
<table class="infobox"><tr><th>Opened<td>1890<tr><th>Closed<td>1974</table>
<p>{LEAD}<sup id="r1"><a href="#n1">[1]</a></sup></p><p>{JOBS}</p><p>{SAID}</p>
<div id="toc"><h2>Contents</h2><ul><li><a href="#a">What came after</a></ul></div>
<h2>{AFTER}<span class="mw-editsection">[<a>edit</a>]</span></h2><p>{PIER}</p>
<ol class="references"><li id="n1"><a href="#r1">^</a> Courier, 3 May 1974.</ol></div></body></html>"""

PAGES = {"news": NEWS, "blog": BLOG, "encyclopedia": ENCYCLOPEDIA}
