"""The address that browsers ask for an icon leads to ours."""


def test_favicon_leads_to_the_icon(client):
    reply = client.get("/favicon.ico")
    assert reply.status_code == 302
    assert reply.headers["Location"] == "/static/quizzes/icon.svg"
