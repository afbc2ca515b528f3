"""Rows for tests, one function a noun; each makes what it needs and says only what matters."""

from datetime import UTC, datetime
from itertools import count

from quizzes.models import (
    Article,
    ArticleDraft,
    ArticleRevision,
    Assignment,
    Attempt,
    AttemptSlot,
    Classroom,
    Enrolment,
    Evidence,
    Item,
    ItemRevision,
    Paragraph,
    Quiz,
    RefusedDraft,
    Run,
    Slot,
    User,
)
from quizzes.queries.draft_rows import fresh_draft

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
TEXT = (
    "The harbour at Vell was closed in 1974 after a storm.",
    "Some 400 boats had used it every summer. The town lost 90 jobs.",
    "Mayor Ada Lind said the new pier would open in 2031.",
)
CREW = (
    "Ada Lind was the mayor of the town. Bo Ek was the harbour master for nine years. "
    "Cy Dahl was its last pilot. All three lived by the quay."
)
PIER = "The harbour was closed. The town sold its boats. The new pier was opened."
LIGHT = (
    "A lighthouse stood on the outer rock. It was lit with oil until the cable came. "
    "The cable broke in the same storm. Nobody has mended it since."
)
_numbers = count(1)


def user(username: str = "", **fields) -> User:
    name = username or f"user{next(_numbers)}"
    return User.objects.create_user(username=name, password="a long password", **fields)


def instructor(username: str = "", **fields) -> User:
    return user(username or f"instructor{next(_numbers)}", is_instructor=True, **fields)


def classroom(owner: User, name: str = "Geography 8B") -> Classroom:
    room = Classroom.objects.create(name=name, code=f"KELP{next(_numbers)}")
    enrol(room, owner, Enrolment.Role.INSTRUCTOR)
    return room


def enrol(room: Classroom, member: User, role: str = Enrolment.Role.LEARNER) -> Enrolment:
    name = member.display_name or member.username
    return Enrolment.objects.create(classroom=room, user=member, role=role, name=name, name_key=name.casefold())


def learner(room: Classroom, username: str = "") -> User:
    member = user(username)
    enrol(room, member)
    return member


def assistant(room: Classroom, username: str = "") -> User:
    member = user(username)
    enrol(room, member, Enrolment.Role.ASSISTANT)
    return member


def article(owner: User, paragraphs: tuple[str, ...] = TEXT, title: str = "The harbour of Vell") -> Article:
    made = Article.objects.create(owner=owner, title=title)
    revision = ArticleRevision.objects.create(article=made, number=1, raw_text="\n\n".join(paragraphs), words=30)
    for number, text in enumerate(paragraphs, start=1):
        Paragraph.objects.create(revision=revision, number=number, stable_id=f"p{number}", text=text)
    return made


def revised(source: Article, *texts: str) -> ArticleRevision:
    """The article's next revision: these paragraphs, with the ids of those of the same text before."""
    last = source.revisions.latest("number")
    known = dict(Paragraph.objects.filter(revision__article=source).values_list("text", "stable_id"))
    made = ArticleRevision.objects.create(article=source, number=last.number + 1, raw_text=last.raw_text, words=30)
    for number, text in enumerate(texts, start=1):
        stable_id = known.get(text, f"r{made.number}p{number}")
        Paragraph.objects.create(revision=made, number=number, stable_id=stable_id, text=text)
    return made


def noisy_article(owner: User, paragraphs: tuple[str, ...] = TEXT) -> Article:
    """An article that left out a page number behind its first paragraph and a running head at its end."""
    made = article(owner, paragraphs)
    revision = made.revisions.get()
    noise = (paragraphs[0], "12", *paragraphs[1:], "The Vell Gazette")
    revision.raw_text = "\n\n".join(noise)
    places = {text: revision.raw_text.index(text) for text in noise}
    revision.removed = [
        {"start": places[text], "end": places[text] + len(text), "text": text, "reason": reason}
        for text, reason in (("12", "page number"), ("The Vell Gazette", "running head"))
    ]
    revision.save()
    for paragraph in revision.paragraphs.all():
        paragraph.segments = [[0, places[paragraph.text], len(paragraph.text)]]
        paragraph.save()
    return made


def draft(source: Article) -> ArticleDraft:
    """The stored draft of an article; nothing of it is changed yet."""
    made = fresh_draft(source)
    made.author, made.changed_at, made.version = source.owner, NOW, 1
    made.save()
    return made


def item(
    source: Article, *, state: str = Item.State.PROPOSED, kind: str = Item.Kind.MULTIPLE_CHOICE, **wording
) -> Item:
    revision = source.revisions.latest("number")
    paragraph = revision.paragraphs.get(number=wording.pop("paragraph", 1))
    made = Item.objects.create(article=source, fingerprint=f"f{next(_numbers)}", kind=kind, state=state, score=0.8)
    typed = kind == Item.Kind.SHORT_ANSWER
    defaults = {
        "stem": "In what year was the harbour at Vell closed?",
        "interaction": "text_entry" if typed else "choice",
        "options": None
        if typed
        else [
            {"text": "1974", "key": True, "rationale": "Paragraph 1 says so.", "source": None},
            {"text": "1979", "key": False, "rationale": "The article does not name this year.", "source": None},
            {
                "text": "2031",
                "key": False,
                "rationale": "2031 is when the new pier would open (paragraph 3).",
                "source": {"paragraph": 3, "start": 47, "end": 51},
            },
        ],
        "keys": ["1974"],
        "explanation": "The harbour was closed in 1974 after a storm (paragraph 1).",
        "fact": "The harbour at Vell was closed in 1974.",
    }
    made.current = ItemRevision.objects.create(item=made, article_revision=revision, **(defaults | wording))
    made.save()
    Evidence.objects.create(
        item_revision=made.current, paragraph=paragraph, start=0, end=len(paragraph.text), exact=paragraph.text
    )
    return made


def _option(text: str, *, key: bool, why: str = "", source: dict | None = None) -> dict:
    return {"text": text, "key": key, "rationale": why, "source": source}


def _source(text: str, part: str, paragraph: int) -> dict:
    return {"paragraph": paragraph, "start": text.index(part), "end": text.index(part) + len(part)}


def match_item(source: Article, **fields) -> Item:
    """Three people and four posts, one of which is left over; the evidence is all of paragraph 4."""
    posts = ("harbour master", "mayor", "pilot", "cook")
    people = (("Ada Lind", "mayor"), ("Bo Ek", "harbour master"), ("Cy Dahl", "pilot"))
    taken = {post: person for person, post in people}
    options = [
        _option(
            post,
            key=post in taken,
            why=f"Paragraph 4 calls {taken[post]} the {post}." if post in taken else "Nobody here is the cook.",
            source=_source(CREW, post, 4) if post in taken else None,
        )
        for post in posts
    ]
    prompts = [{"text": name, "match": post, "source": _source(CREW, name, 4)} for name, post in people]
    return item(
        source,
        kind=Item.Kind.MATCHING,
        interaction="match",
        stem="Which post did each of these people have?",
        options=options,
        prompts=prompts,
        keys=["; ".join(f"{name} – {post}" for name, post in people)],
        **({"paragraph": 4} | fields),
    )


def order_item(source: Article, **fields) -> Item:
    """Three events of paragraph 5, shown in another order than theirs."""
    events = ("The harbour was closed.", "The town sold its boats.", "The new pier was opened.")
    options = [
        _option(event, key=True, why=f"Paragraph 5: {event}", source=_source(PIER, event, 5))
        for event in (events[1], events[2], events[0])
    ]
    return item(
        source,
        kind=Item.Kind.ORDERING,
        interaction="order",
        stem="Put these events in the order in which they happened.",
        options=options,
        prompts=[{"text": str(place), "match": event, "source": None} for place, event in enumerate(events, 1)],
        keys=[" → ".join(events)],
        **({"paragraph": 5} | fields),
    )


def locate_item(source: Article, **fields) -> Item:
    """The second of the four sentences of paragraph 4 is the key."""
    sentences = [f"{part.strip('.')}." for part in CREW.split(". ")]
    options = [
        _option(
            f"Sentence {number}",
            key=number == 2,
            why=f"Sentence {number} is about something else.",
            source=_source(CREW, sentence, 4),
        )
        for number, sentence in enumerate(sentences, start=1)
    ]
    return item(
        source,
        kind=Item.Kind.LOCATE,
        stem="Which sentence of paragraph 4 shows that somebody kept the harbour?",
        options=options,
        keys=["Sentence 2"],
        **({"paragraph": 4} | fields),
    )


def insertion_item(source: Article, **fields) -> Item:
    """The second sentence of paragraph 6 is taken out; three are left, with four places round them."""
    taken = LIGHT.split(". ")[1] + "."
    places = ("Before sentence 1", "Between sentences 1 and 2", "Between sentences 2 and 3", "After sentence 3")
    options = [
        _option(
            place,
            key=at == 1,
            why="“It” is the lighthouse of sentence 1." if at == 1 else "Nothing for “it” stands before this place.",
            source=_source(LIGHT, taken, 6) if at == 1 else None,
        )
        for at, place in enumerate(places)
    ]
    return item(
        source,
        kind=Item.Kind.INSERTION,
        stem=f"Where in paragraph 6 does this sentence belong? “{taken}”",
        options=options,
        keys=[places[1]],
        explanation="“It” takes up the lighthouse of the sentence before (paragraph 6).",
        **({"paragraph": 6} | fields),
    )


def missing_item(source: Article, **fields) -> Item:
    """The second sentence of paragraph 6 is missing, among two of paragraph 4 and one of paragraph 5."""
    taken = LIGHT.split(". ")[1] + "."
    others = (
        (CREW, "Cy Dahl was its last pilot.", 4),
        (PIER, "The town sold its boats.", 5),
        (CREW, "All three lived by the quay.", 4),
    )
    wrong = [
        _option(part, key=False, why=f"It stands in paragraph {number}.", source=_source(text, part, number))
        for text, part, number in others
    ]
    key = _option(taken, key=True, why="“It” is the lighthouse.", source=_source(LIGHT, taken, 6))
    return item(
        source,
        kind=Item.Kind.INSERTION,
        stem="In paragraph 6, which sentence stands in the gap?",
        context=LIGHT.replace(taken, "_____"),
        options=[*wrong[:2], key, wrong[2]],
        keys=[taken],
        explanation="“It” takes up the lighthouse of the sentence before (paragraph 6).",
        rule="missing-sentence",
        **({"paragraph": 6} | fields),
    )


def gaps_item(source: Article, **fields) -> Item:
    """A sentence of paragraph 1 with two gaps; the second may be filled in two ways."""
    matches = ("1974", "storm|tempest")
    return item(
        source,
        kind=Item.Kind.CLOZE,
        interaction="text_entry",
        stem="The harbour was closed in _____ after a _____.",
        options=None,
        prompts=[{"text": str(gap), "match": match, "source": None} for gap, match in enumerate(matches, 1)],
        keys=["1974; storm"],
        **fields,
    )


def long_article(owner: User) -> Article:
    """An article with paragraphs of several sentences, as the kinds that pair, order and locate need them."""
    return article(owner, (*TEXT, CREW, PIER, LIGHT))


def quiz_of_all_kinds(owner: User) -> Quiz:
    """One item a kind, in the order of the kinds."""
    source = long_article(owner)
    truth = [_option(text, key=text == "True", why="Paragraph 1 says so.") for text in ("True", "False")]
    approved = {"state": Item.State.APPROVED}
    made = [
        item(source, **approved),
        item(source, kind=Item.Kind.CLOZE, stem="The harbour was closed in _____.", **approved),
        item(source, kind=Item.Kind.SHORT_ANSWER, **approved),
        item(source, kind=Item.Kind.TRUE_FALSE, stem="The harbour closed.", options=truth, keys=["True"], **approved),
        *(make(source, **approved) for make in (match_item, order_item, locate_item, insertion_item)),
    ]
    return quiz_of(owner, *made)


def quiz_of(owner: User, *items: Item) -> Quiz:
    """A quiz of these items."""
    revision = items[0].article.revisions.latest("number")
    made = Quiz.objects.create(owner=owner, article_revision=revision, title=items[0].article.title)
    for position, one in enumerate(items, start=1):
        Slot.objects.create(quiz=made, position=position, item=one, item_revision=one.current)
    return made


def quiz(owner: User, items: int = 2, source: Article | None = None) -> Quiz:
    source = source or article(owner)
    made = Quiz.objects.create(owner=owner, article_revision=source.revisions.latest("number"), title=source.title)
    for position in range(1, items + 1):
        kind = Item.Kind.SHORT_ANSWER if position % 2 == 0 else Item.Kind.MULTIPLE_CHOICE
        one = item(source, state=Item.State.APPROVED, kind=kind)
        Slot.objects.create(quiz=made, position=position, item=one, item_revision=one.current)
    return made


def assignment(room: Classroom, given: Quiz, mode: str = Assignment.Mode.PRACTICE, **fields) -> Assignment:
    return Assignment.objects.create(classroom=room, quiz=given, mode=mode, opens_at=NOW, **fields)


def attempt(given: Assignment, member: User, number: int = 1, **fields) -> Attempt:
    made = Attempt.objects.create(
        assignment=given,
        learner=member,
        number=number,
        mode=given.mode,
        article_revision=given.quiz.article_revision,
        started_at=NOW,
        **({"due_at": given.closes_at} | fields),
    )
    for slot in given.quiz.slots.all():
        options = slot.item_revision.options
        AttemptSlot.objects.create(
            attempt=made,
            slot=slot,
            position=slot.position,
            item_revision=slot.item_revision,
            option_order=list(range(len(options))) if options else [],
        )
    return made


def run(source: Article, **fields) -> Run:
    """A run of the article's newest revision that is done."""
    wanted = {"state": Run.State.DONE, "report": {"refused": {"F2": 1}, "unchosen": {}}} | fields
    return Run.objects.create(revision=source.revisions.latest("number"), requested_by=source.owner, **wanted)


def refused_draft(made: Run, code: str = "F2", **fields) -> RefusedDraft:
    """A typed question about the first paragraph that a check refused."""
    text = made.revision.paragraphs.get(number=1).text
    fingerprint = f"r{next(_numbers)}"
    content = {
        "id": fingerprint,
        "kind": "short_answer",
        "interaction": "text_entry",
        "context": None,
        "stem": "When was it closed?",
        "options": None,
        "prompts": None,
        "keys": ["1974"],
        "evidence": [{"paragraph": 1, "start": 0, "end": len(text), "exact": text, "prefix": "", "suffix": ""}],
        "explanation": "Paragraph 1 says so.",
        "fact": text,
        "rule": "when",
        "difficulty": 0.3,
        "score": 0.4,
        "recommended": False,
    }
    wanted = {"reason": "“it” points outside the item", "score": 0.4} | fields
    return RefusedDraft.objects.create(
        run=made, fingerprint=fingerprint, kind="short_answer", code=code, content=content, **wanted
    )
