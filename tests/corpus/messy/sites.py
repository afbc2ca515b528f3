"""Sites that show an article among all that sites show: each design takes its rows and gives a page."""

import hashlib
from collections.abc import Callable, Sequence
from html import escape
from textwrap import fill

from tests.corpus.messy.articles import Gold

Row = tuple[str, str]
TAGS = {"title": "h1", "heading": "h2", "body": "p", "list_item": "li"}


def hashed(word: str) -> str:
    return "css-" + hashlib.sha256(word.encode()).hexdigest()[:6]


def inner(rows: Sequence[Row], between: Sequence[str], attributes: Callable[[str], str] = lambda tag: "") -> str:
    """Write the rows without the title and the byline, and something between every third and fourth of them."""
    parts: list[str] = []
    boxes = list(between)
    before = ""
    for number, (kind, text) in enumerate(rows):
        if kind in ("title", "byline"):
            continue
        parts += ["</ul>"] if before == "list_item" != kind else []
        parts += ["<ul>"] if kind == "list_item" != before else []
        tag = TAGS[kind]
        parts.append(f"<{tag}{attributes(tag)}>{escape(text, quote=False)}</{tag}>")
        if number % 3 == 2 and boxes and kind == "body" == before:
            parts.append(boxes.pop(0))
        before = kind
    return "\n".join(parts)


def title(rows: Sequence[Row]) -> str:
    return escape(rows[0][1], quote=False)


def soup(rows: Gold) -> str:
    """A newspaper of nested divisions whose classes say nothing."""
    advert = (
        '<div class="css-1x"><div id="story-ad-1-wrapper"><p class="css-2y">Advertisement</p>'
        '<a href="#after">SKIP ADVERTISEMENT</a></div></div>'
    )
    related = (
        f'<div class="{hashed("rel")}"><h3 class="{hashed("h")}">More on the coast</h3><div><a href="/1">'
        "The second storm of the century and what it took from us all</a></div><div><a href='/2'>A pier that nobody"
        " wanted is the pride of Vell</a></div></div>"
    )
    mail = (
        f'<section class="{hashed("mail")}"><h2>Sign up for The Tide</h2><p>What happened on the coast this week, by'
        " mail, every Friday.</p><button>Sign up</button></section>"
    )
    picture = (
        f'<div class="{hashed("im")}"><figure><picture><img src="a.jpg" alt="The wall"></picture><figcaption>'
        '<span>The old wall at Vell in the summer of 1969.</span><span><span class="x">Credit...</span>'
        "<span>Bo Ek for The Courier</span></span></figcaption></figure></div>"
    )
    body = inner(rows, [advert, related, picture, mail, advert], lambda tag: f' class="{hashed(tag)} evys1bk0"')
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title(rows)} - The Vell Courier</title>
<script type="application/ld+json">{{"articleBody": "no"}}</script></head><body><div id="app">
<div class="{hashed("a")}">
<div class="{hashed("b")}"><a href="#content">Skip to content</a><a href="#nav">Skip to site index</a></div>
<div class="{hashed("c")}"><div><a href="/coast">Coast</a></div><div><a href="/s">Subscribe for 1 crown a week</a>
</div></div>
<div class="{hashed("d")}"><div class="{hashed("e")}"><h1 class="{hashed("f")}">{title(rows)}</h1>
<div class="{hashed("g")}"><div>Listen to this article · 7:12 min</div><div><a href="#">Learn more</a></div></div>
<div><p class="{hashed("by")}">By <a href="/by/lind">Ada Lind</a> and <a href="/by/ek">Bo Ek</a></p>
<p>Ada Lind reported from Vell.</p><time datetime="2031-03-14">March 14, 2031</time></div>
<div><div><button>Share full article</button></div><div><span>214</span></div></div></div>
<div class="{hashed("body")}">{body}</div>
<div class="{hashed("end")}"><p>A version of this article appears in print on March 15, 2031, Section A, Page 1.</p>
<div><a href="/reprints">Order Reprints</a> | <a href="/today">Today’s Paper</a> | <a href="/sub">Subscribe</a></div>
</div></div>
<div class="{hashed("rc")}"><h2>Related Content</h2><div><a href="/3">Ten boats to see before they sink</a><p>An old
fisherman shows us the boats that nobody will mend any more.</p></div></div>
<div class="{hashed("foot")}"><p>© 2031 The Vell Courier Company</p><a href="/t">Terms of Service</a></div></div>
</div></body></html>"""


def press(rows: Gold) -> str:
    """A blog with the usual theme, its widgets and its comments."""
    caption = (
        '<div id="attachment_12" class="wp-caption aligncenter"><img src="a.jpg"><p id="caption-12"'
        ' class="wp-caption-text">The old wall at Vell (photo: Bo Ek)</p></div>'
    )
    picture = (
        '<figure class="wp-block-image size-large"><img src="b.jpg"/><figcaption class="wp-element-caption">The pier'
        " on the day that it was opened, seen from the ferry.</figcaption></figure>"
    )
    more = '<p><strong>Read more:</strong> <a href="/2">The second storm of the century</a></p>'
    body = inner(rows, [caption, more, picture])
    return f"""<html><head><title>{title(rows)} – Vell and the sea</title></head>
<body class="post-template-default single single-post postid-12 logged-out has-sidebar wp-embed-responsive">
<div id="page" class="site"><a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead" class="site-header"><p class="site-title"><a href="/">Vell and the sea</a></p>
<p class="site-description">Notes from a small harbour</p><nav class="main-navigation"><ul class="menu">
<li class="menu-item"><a href="/">Home</a></li><li class="menu-item"><a href="/about">About</a></li></ul></nav></header>
<div id="content" class="site-content"><main id="main"><article id="post-12" class="post-12 post type-post tag-sea
hentry">
<header class="entry-header"><h1 class="entry-title">{title(rows)}</h1><div class="entry-meta"><span class="posted-on">
Posted on <a href="/12"><time>March 14, 2031</time></a></span> <span class="byline">by <a href="/a">bo</a></span>
</div></header>
<div class="entry-content">{body}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a>Click to share on X</a></li>
<li><a>Click to email a link to a friend</a></li></ul></div><div class="sd-like"><h3>Like this:</h3>
<span>Loading...</span></div>
<div id="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><div><h4><a href="/7">A walk to
the pier</a></h4><p>It was raining when we went down to the pier, and it was raining when we came back from it.</p>
</div></div>
</div><footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">Harbours</a></span>
<span class="tags-links">Tagged <a href="/t">storms</a>, <a href="/u">piers</a></span></footer></article>
<nav class="post-navigation"><h2>Post navigation</h2><a href="/11">Previous: A week of fog</a></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on “{title(rows)}”</h2>
<ol class="comment-list"><li class="comment"><p>I remember the old wall very well, since my brothers and I fished there
every summer until it fell into the water.</p></li></ol><h3>Leave a Reply</h3>
<p>Your email address will not be published.
Required fields are marked *</p></div></main><aside id="secondary" class="widget-area"><section class="widget">
<h2>Recent
Posts</h2><ul><li><a href="/9">Fog</a></li></ul></section><section class="widget"><h2>Archives</h2><ul><li>
<a>May 2030</a>
</li></ul></section></aside></div><footer id="colophon"><div>Proudly powered by a press</div></footer></div></body>
</html>"""


def encyclopedia(rows: Gold) -> str:
    """An encyclopedia with a box of facts, notes, edit links and pictures."""
    thumb = (
        '<figure class="mw-default-size" typeof="mw:File/Thumb"><a href="/f"><img src="w.jpg"></a><figcaption>The wall'
        " in 1969, five years before it was broken by a storm</figcaption></figure>"
    )
    old_thumb = (
        '<div class="thumb tright"><div class="thumbinner"><img src="v.jpg"><div class="thumbcaption"><div'
        ' class="magnify"><a href="/f"></a></div>The pier seen from the sea</div></div></div>'
    )
    body = inner(rows, [thumb, old_thumb])
    body = body.replace(".</p>", '.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup></p>')
    edit = (
        '<span class="mw-editsection"><span class="mw-editsection-bracket">[</span><a href="/e">edit</a><span'
        ' class="mw-editsection-bracket">]</span></span>'
    )
    body = body.replace("</h2>", f"</span></h2>{edit}</div>").replace(
        "<h2>", '<div class="mw-heading mw-heading2"><h2><span class="mw-headline">'
    )
    return f"""<html class="client-nojs"><head><title>{title(rows)} - The Free Books</title></head>
<body class="skin-vector mediawiki ltr sitedir-ltr ns-0 page-Vell action-view"><div id="mw-page-base"></div>
<div id="content" class="mw-body"><div id="siteNotice">Help us by giving what a cup of coffee costs, so that all of this
stays free for everyone in the world.</div><h1 id="firstHeading" class="firstHeading"><span>{title(rows)}</span></h1>
<div id="bodyContent" class="vector-body"><div id="siteSub">From The Free Books, the library of all</div>
<div id="mw-content-text" class="mw-body-content"><div class="mw-parser-output">
<div role="note" class="hatnote navigation-not-searchable">For other uses, see <a href="/d">Vell
(disambiguation)</a>.</div>
<table class="box-More_citations_needed ambox"><tr><td>This article needs additional citations for verification. Please
help improve this article by adding citations to reliable sources.</td></tr></table>
<table class="infobox vcard"><tbody><tr><th colspan="2">Vell</th></tr><tr><th>Country</th><td>Salt</td></tr><tr>
<th>Opened</th>
<td>1890; 141 years ago, by the old council of the town and its harbour company</td></tr></tbody></table>
{body}
<h2><span class="mw-headline" id="See_also">See also</span></h2><ul><li><a href="/p">Piers of Salt</a></li></ul>
<h2><span class="mw-headline" id="References">References</span></h2><div class="reflist"><ol class="references">
<li id="cite_note-1"><span class="mw-cite-backlink"><a href="#cite_ref-1">^</a>
</span> <span class="reference-text">Lind, Ada
(1975). The wall of Vell and those who built it. Salt: The Harbour Press. pp. 14–19.</span></li></ol></div>
<h2>External links</h2><ul><li><a href="/x">The harbour’s own site</a></li></ul>
<div role="navigation" class="navbox"><table><tr><th>Harbours of Salt</th><td><a>Vell</a> <a>Marden</a></td></tr>
</table></div>
</div></div><div id="catlinks" class="catlinks"><a href="/c">Categories</a>: <ul><li><a href="/c1">Harbours</a></li>
</ul></div>
</div></div><div id="mw-navigation"><h2>Navigation menu</h2><ul><li><a>Talk</a></li></ul></div>
<div id="footer"><ul><li>This page was last edited on 14 March 2031, at 10:42.</li>
<li>Text is available under a licence that
lets everyone share it; additional terms may apply.</li></ul></div></body></html>"""


def letter(rows: Gold) -> str:
    """A newsletter that asks to be subscribed to."""
    button = (
        '<div class="subscription-widget-wrap" data-component-name="SubscribeWidget"><div class="preamble"><p>Vell and'
        " the Sea is a reader-supported publication. To receive new posts and support my work, consider becoming a"
        " free or paid subscriber.</p></div><form><input><button>Subscribe</button></form></div>"
    )
    share = '<p class="button-wrapper"><a class="button primary" href="/share"><span>Share</span></a></p>'
    picture = (
        '<div class="captioned-image-container"><figure><a class="image-link"><img src="w.jpg"></a><figcaption'
        ' class="image-caption">The wall. Drawing by the author.</figcaption></figure></div>'
    )
    return f"""<html><head><title>{title(rows)} - by Bo Ek - Vell and the Sea</title></head><body class="">
<div id="entry"><div id="main" class="main typography use-theme-bg"><div class="main-menu">
<a href="/">Vell and the Sea</a>
<button>Subscribe</button><button>Sign in</button></div><div><div class="single-post-container">
<div class="single-post">
<article class="typography newsletter-post post"><div class="post-header">
<h1 class="post-title published">{title(rows)}</h1>
<div class="pencraft byline-wrapper"><a href="/@bo">Bo Ek</a>
<div>Mar 14, 2031</div></div><div class="post-ufi"><a href="#">48</a><a href="#">12</a><a>Share</a></div></div>
<div><div class="available-content"><div dir="auto" class="body markup">{inner(rows, [button, picture, share, button])}
<p>Thanks for reading Vell and the Sea! Subscribe for free to receive new posts and support my work.</p>
<div class="footnote"><a class="footnote-number" href="#f1">1</a><div class="footnote-content">
<p>The worst since 1890, if the
books of the harbour office can be believed, which few of us do.</p></div></div></div></div></div></article></div></div>
<div class="post-footer"><a>48 Likes</a></div><div id="discussion"><h4>Discussion about this post</h4>
<div class="comment">
<p>This is the best thing that I have read about a wall in all of my long life as a mason.</p></div></div></div></div>
</body></html>"""


def quick(rows: Gold) -> str:
    """The light page that a search engine shows on telephones."""
    advert = '<amp-ad width="300" height="250" type="x"><div placeholder>Advertisement</div></amp-ad>'
    picture = (
        '<figure class="media"><amp-img src="w.jpg" alt="The wall"></amp-img><figcaption>The old wall<span'
        ' class="credit">Bo Ek/Vell Archive</span></figcaption></figure>'
    )
    box = '<div class="read-also"><p>Read also</p><ul><li><a href="/2">The second storm</a></li></ul></div>'
    return f"""<!doctype html><html amp lang="en"><head><title>{title(rows)} | Salt News</title>
<style amp-custom>p{{}}</style>
</head><body><amp-sidebar id="sidebar" layout="nodisplay"><ul><li><a href="/">News</a></li><li>
<a href="/w">Weather</a></li></ul>
</amp-sidebar><header class="top"><button on="tap:sidebar.toggle">☰</button><a href="/">Salt News</a></header>
<amp-consent id="c"><div><p>We and our 214 partners store information on your device.</p><button>Accept</button></div>
</amp-consent>
<article><h1>{title(rows)}</h1><p class="author">Ada Lind</p><time>14 Mar 2031 10:42</time>
<div class="social"><amp-social-share type="x"></amp-social-share></div>
<ul class="summary-links"><li><a href="#1">Why it fell</a></li><li><a href="#2">What comes next</a></li></ul>
<section class="body-text">{inner(rows, [advert, picture, box, advert])}</section>
<div class="topics"><h3>Topics</h3><a href="/t/1">Harbours</a> <a href="/t/2">Storms</a></div></article>
<section class="more"><h2>More from Coast</h2><amp-list><div><a href="/3">Ten boats</a>
<p>An old fisherman shows the boats that
nobody will mend any more in the harbour of Vell.</p></div></amp-list></section>
<footer><a href="/p">Privacy</a><p>© Salt News 2031</p></footer></body></html>"""


def printed(rows: Gold) -> str:
    """The print view of an old site, laid out by tables."""
    body = inner(rows, []).replace("<p>", '<p><font face="Arial" size="2">').replace("</p>", "</font></p>")
    body = body.replace("<h2>", '<p><font size="3"><b>').replace("</h2>", "</b></font></p>")
    return f"""<HTML><HEAD><TITLE>Salt Weekly: {title(rows)}</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF" onload="window.print()">
<TABLE WIDTH="640" BORDER="0"><TR><TD COLSPAN="2"><A HREF="/"><IMG SRC="logo.gif" ALT="Salt Weekly"></A></TD></TR>
<TR><TD ALIGN="right"><A HREF="javascript:window.print()">Print this page</A> | <A HREF="javascript:close()">Close
window</A></TD></TR>
<TR><TD><H1>{title(rows)}</H1>
<P><FONT SIZE="1">14 March 2031</FONT></P>
{body}
<HR><P><FONT SIZE="1">Printed from https://weekly.example/print.asp?id=12</FONT></P>
<P><FONT SIZE="1">Copyright 2031 Salt Weekly. All rights reserved.</FONT></P></TD></TR></TABLE></BODY></HTML>"""


def live(rows: Gold) -> str:
    """A paper's page with the day's stamps, boxes of key points and galleries within the text."""
    stamp = '<div class="update-stamp"><time>10.42am</time> <span>Updated 3 hours ago</span></div>'
    aside = (
        '<aside class="element element-rich-link"><p><span>Related: </span><a href="/2">The second storm,'
        " told by those who saw it</a></p></aside>"
    )
    gallery = (
        '<div class="gallery"><div class="slide"><img src="1.jpg"><p class="slide-caption">The wall before the storm of'
        " 1974. Photograph: Bo Ek/Vell Archive</p></div><button>Next</button></div>"
    )
    return f"""<html><head><title>{title(rows)} | Coast | The Salt Guard</title></head><body>
<div class="dcr-1" role="banner"><a href="/">The Salt Guard</a><a href="/support">Support us</a></div>
<nav class="dcr-2" aria-label="Sections"><a href="/n">News</a><a href="/o">Opinion</a></nav>
<main data-layout="StandardLayout"><div class="dcr-3"><aside><a href="/coast">Coast</a></aside>
<div data-gu-name="headline"><div><h1 class="dcr-4">{title(rows)}</h1></div></div>
<div data-gu-name="meta"><address>Ada Lind in Vell</address><details>
<summary>Mon 14 Mar 2031 10.42 GMT</summary>Last modified on
Mon 14 Mar 2031 12.01 GMT</details><div><a href="#">Share</a></div></div>
<div data-gu-name="body"><div id="maincontent"><div class="article-body-commercial-selector">
{inner(rows, [stamp, aside, gallery, stamp])}</div></div>
<div class="submeta"><div>Explore more on these topics</div><ul><li><a href="/t">Harbours</a></li><li><a>Storms</a>
</li></ul></div>
</div></div></main><section data-component="most-viewed"><h2>Most viewed</h2><ol><li><a href="/9">Ten boats</a></li>
</ol></section>
<footer class="dcr-9"><a href="/h">Help</a><p>© 2031 The Salt Guard or its affiliated companies. All rights
reserved.</p></footer>
</body></html>"""


SITES = {each.__name__: each for each in (soup, press, encyclopedia, letter, quick, printed, live)}


def plain_marks(rows: Gold) -> str:
    """Markdown as most people write it, one line a paragraph."""
    marks = {"title": "# ", "heading": "## ", "list_item": "- "}
    lines: list[str] = []
    before = ""
    for kind, text in rows:
        lines += [] if kind == before == "list_item" else [""]
        lines.append(marks.get(kind, "") + text)
        before = kind
    return "\n".join(lines).lstrip() + "\n"


def wrapped_marks(rows: Gold) -> str:
    """Markdown wrapped at 72 characters, with underlined headings, emphasis, links and notes."""
    parts: list[str] = []
    for kind, text in rows:
        if kind in ("title", "heading"):
            parts.append(f"{text}\n{('=' if kind == 'title' else '-') * len(text)}")
        elif kind == "list_item":
            parts.append(fill(text, 72, initial_indent="*   ", subsequent_indent="    ", break_on_hyphens=False))
        else:
            first, space, rest = text.partition(" ")
            shown = f"{first} [*{rest.partition(' ')[0]}*](https://salt.example){space}{rest.partition(' ')[2]}"
            shown = shown if kind == "body" and rest.partition(" ")[0].isalpha() else text
            parts.append(fill(shown, 72, break_on_hyphens=False, break_long_words=False))
    return "\n\n".join(parts) + "\n"


def site_marks(rows: Gold) -> str:
    """Markdown of a site generator: front matter, shortcodes, pictures, notes and a colophon."""
    parts = [f'---\nlayout: post\ntitle: "{rows[0][1]}"\ndate: 2031-03-14\ntags: [coast, piers]\n---']
    marks = {"heading": "### ", "list_item": "1. "}
    for number, (kind, text) in enumerate(rows):
        if kind == "title":
            continue
        mark = "[^1]" if number == 3 else ""
        parts.append(marks.get(kind, "") + text + mark)
        if number == 4:
            parts.append("![A wall](/img/wall.jpg){: .wide }")
            parts.append('{{< figure src="wall.jpg" title="A wall" >}}')
        if number == 6:
            parts.append("<!-- TODO: a better picture -->\n\n{% include ad.html %}")
    parts += ["[^1]: The worst since 1890.", "---", "*Found a mistake? Edit this page.*"]
    return "\n\n".join(parts)


MARKDOWN = {each.__name__: each for each in (plain_marks, wrapped_marks, site_marks)}
