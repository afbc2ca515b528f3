from tests.engine.articles import analysed


def test_an_acronym_that_looks_like_a_verb_is_read_as_a_name() -> None:
    doc = analysed("IS knows how to wait.").docs[0]
    assert doc.text == "IS knows how to wait."
    assert doc[0].dep_ == "nsubj"


def test_prefixed_verbs_stay_whole() -> None:
    assert "re-opened" in [token.text for token in analysed("The mill was re-opened in May.").docs[0]]


def test_documents_keep_the_offsets_of_their_paragraph() -> None:
    text = "The “old” mill’s al-Hadi wing – now shut – was re-opened."
    doc = analysed(text).docs[0]
    assert len(doc.text) == len(text)
    assert all(text[token.idx : token.idx + len(token.text)].isalnum() for token in doc if token.text.isalnum())
