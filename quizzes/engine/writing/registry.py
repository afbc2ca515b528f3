"""The writing rules in force: a new rule is one module and one line here."""

from quizzes.engine.writing import (
    attribute,
    gaps,
    how_many,
    how_much,
    insertion,
    locate,
    polarity,
    quotation,
    roles,
    truth,
    when,
    where,
    which,
    who,
    who_clause,
)
from quizzes.engine.writing.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule("gap-figure", "A figure is taken out of a statement close to the article's words.", gaps.write_figures),
    Rule("gap-name", "A whole name is taken out of a statement close to the article's words.", gaps.write_names),
    Rule("gap-attribute", "What a superlative is said to be is taken out.", attribute.write),
    Rule("how-many", "How many: the number of a counted subject or object.", how_many.write),
    Rule("how-much", "How much, what percentage, how many in a phrase, how wide: other figures.", how_much.write),
    Rule("when", "When or in what year: a date that its preposition ties to the verb.", when.write),
    Rule("who-subject", "Who, which country, which organization: a name as the subject.", who.write_subject),
    Rule("by-whom", "By whom: a name as the agent of a passive.", who.write_agent),
    Rule("where", "Where, in which country: a place that the clause is set in.", where.write),
    Rule("which", "Which river, which university, whom: a name by what it is, in any place.", which.write),
    Rule("role", "Who is: a person whom the article describes beside the name.", None, roles.write_article),
    Rule("who-clause", "Who: a person with a clause between commas that tells a deed.", None, who_clause.write_article),
    Rule("who-said", "Who said: a whole quoted sentence with its speaker.", None, quotation.write_article),
    Rule("true-restated", "True: a clause of a sentence, restated.", truth.write_true),
    Rule("false-figure", "False: a clause with one figure exchanged for another of its unit.", truth.write_false),
    Rule("false-turned", "False: one small word turned round, such as still and no longer.", polarity.write),
    Rule("locate-question", "Locate: which sentence of a paragraph answers a question.", locate.write_questions),
    Rule("locate-statement", "Locate: which sentence shows what a statement restates.", locate.write_statements),
    Rule("insertion", "Insertion: where a sentence with a forced place belongs.", None, insertion.write_article),
)
