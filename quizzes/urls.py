"""Every address of the classroom web app, grouped by noun; a name is noun-verb."""

from django.urls import path

from quizzes.views import (
    accounts,
    approval,
    articles,
    assignments,
    attempts,
    classrooms,
    drafts,
    impact,
    imports,
    proofs,
    quizzes,
    refused,
    regrading,
    results,
    retries,
    runs,
    saving,
    start,
)

# accounts
account_urls = [
    path("", start.show, name="start"),
    path("sign-in/", accounts.sign_in, name="sign-in"),
    path("sign-out/", accounts.sign_out, name="sign-out"),
    path("join/", accounts.join, name="join"),
    path("settings/", accounts.change_settings, name="settings"),
    path("settings/reading/", accounts.change_reading, name="settings-reading"),
]

# articles: text in
article_urls = [
    path("articles/", articles.listing, name="article-list"),
    path("articles/new/", articles.create, name="article-create"),
    path("imports/<uuid:uuid>/", imports.show, name="import-show"),
    path("imports/<uuid:uuid>/cancel/", imports.cancel, name="import-cancel"),
    path("imports/<uuid:uuid>/retry/", imports.retry, name="import-retry"),
    path("imports/<uuid:uuid>/discard/", imports.discard, name="import-discard"),
    path("articles/<uuid:uuid>/", articles.show, name="article-show"),
    path("articles/<uuid:uuid>/raw/", articles.show_raw, name="article-raw"),
    path("articles/<uuid:uuid>/rename/", articles.rename, name="article-rename"),
    path("articles/<uuid:uuid>/edit/", drafts.show, name="draft-show"),
    path("articles/<uuid:uuid>/edit/change/", drafts.change, name="draft-change"),
    path("articles/<uuid:uuid>/edit/save/", drafts.save, name="draft-save"),
    path("articles/<uuid:uuid>/edit/discard/", drafts.discard, name="draft-discard"),
    path("articles/<uuid:uuid>/generate/", runs.start, name="run-start"),
    path("runs/<uuid:uuid>/", runs.show, name="run-show"),
    path("runs/<uuid:uuid>/cancel/", runs.cancel, name="run-cancel"),
    path("runs/<uuid:uuid>/refused/", refused.listing, name="run-refused"),
    path("refused/<uuid:uuid>/rescue/", refused.rescue, name="refused-rescue"),
    path("refused/<uuid:uuid>/undo/", refused.undo, name="refused-undo"),
]

# approval: proposals of one article, and decisions about one item
approval_urls = [
    path("articles/<uuid:uuid>/approval/", approval.queue, name="approval-queue"),
    path("articles/<uuid:uuid>/approval/bulk/", approval.approve_many, name="approval-bulk"),
    path("items/<uuid:uuid>/approve/", approval.approve, name="item-approve"),
    path("items/<uuid:uuid>/reject/", approval.reject, name="item-reject"),
    path("items/<uuid:uuid>/edit/", approval.edit, name="item-edit"),
    path("items/<uuid:uuid>/undo/", approval.undo, name="item-undo"),
]

# impact: what a new revision means for the items of the ones before
impact_urls = [
    path("articles/<uuid:uuid>/impact/", impact.show, name="article-impact"),
    path("articles/<uuid:uuid>/impact/carry/", impact.carry, name="impact-carry"),
    path("articles/<uuid:uuid>/impact/park/", impact.park, name="impact-park"),
    path("articles/<uuid:uuid>/impact/undo/", impact.undo, name="impact-undo"),
    path("articles/<uuid:uuid>/impact/quizzes/", impact.move, name="impact-quizzes"),
]

# quizzes: slots in an order
quiz_urls = [
    path("quizzes/", quizzes.listing, name="quiz-list"),
    path("articles/<uuid:uuid>/quizzes/new/", quizzes.create, name="quiz-create"),
    path("quizzes/<uuid:uuid>/", quizzes.show, name="quiz-show"),
    path("quizzes/<uuid:uuid>/slots/", quizzes.change_slots, name="quiz-slots"),
    path("quizzes/<uuid:uuid>/assemble/", quizzes.assemble, name="quiz-assemble"),
    path("quizzes/<uuid:uuid>/give/", assignments.create, name="assignment-create"),
]

# classrooms and what they are given
classroom_urls = [
    path("classrooms/", classrooms.listing, name="classroom-list"),
    path("classrooms/new/", classrooms.create, name="classroom-create"),
    path("classrooms/<uuid:uuid>/", classrooms.show, name="classroom-show"),
    path("classrooms/<uuid:uuid>/change/", classrooms.change, name="classroom-change"),
    path("classrooms/<uuid:uuid>/extra-time/", classrooms.extra_time, name="classroom-extra-time"),
    path("assignments/<uuid:uuid>/", assignments.show, name="assignment-show"),
    path("assignments/<uuid:uuid>/<int:position>/regrade/", regrading.show, name="regrade-show"),
    path("assignments/<uuid:uuid>/times/", assignments.change_times, name="assignment-times"),
    path("assignments/<uuid:uuid>/extra-time/", assignments.extra_time, name="assignment-extra-time"),
]

# attempts: a learner's own work; addresses are tried in this order, and a class asks for the first two all the time
attempt_urls = [
    path("attempts/<uuid:uuid>/<int:position>/answer/", attempts.answer, name="attempt-answer"),
    path("attempts/<uuid:uuid>/<int:position>/save/", saving.save, name="attempt-save"),
    path("attempts/<uuid:uuid>/<int:position>/", attempts.show, name="attempt-show"),
    path("assignments/<uuid:uuid>/start/", attempts.start, name="attempt-start"),
    path("attempts/<uuid:uuid>/<int:position>/proof/", proofs.mark, name="attempt-proof"),
    path("attempts/<uuid:uuid>/retry/", retries.start, name="attempt-retry"),
    path("attempts/<uuid:uuid>/hand-in/", attempts.hand_in, name="attempt-hand-in"),
    path("attempts/<uuid:uuid>/<int:position>/mark/", regrading.mark, name="response-mark"),
    path("attempts/<uuid:uuid>/result/", results.show, name="attempt-result"),
    path("attempts/<uuid:uuid>/text/", results.show_text, name="attempt-text"),
]

urlpatterns = [*attempt_urls, *account_urls, *article_urls, *approval_urls, *impact_urls, *quiz_urls, *classroom_urls]
