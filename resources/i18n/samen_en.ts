<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnswerForm</name>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerPane</name>
    <message numerus="yes">
        <source>%n rule(s) open</source>
        <translation>
            <numerusform>%n rule open</numerusform>
            <numerusform>%n rules open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message numerus="yes">
        <source>%n without filter.</source>
        <translation>
            <numerusform>%n without filter.</numerusform>
            <numerusform>%n without filter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BadEnd</name>
    <message numerus="yes">
        <source>%n text(s) you had half typed then wait for you.</source>
        <translation>
            <numerusform>%n text you had half typed then waits for you.</numerusform>
            <numerusform>%n texts you had half typed then wait for you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeletePage</name>
    <message numerus="yes">
        <source>%n inputs belong to what you delete.</source>
        <translation>
            <numerusform>%n input belongs to what you delete.</numerusform>
            <numerusform>%n inputs belong to what you delete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message numerus="yes">
        <source>%n step(s) since</source>
        <translation>
            <numerusform>%n step since</numerusform>
            <numerusform>%n steps since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) that are missing now</source>
        <translation>
            <numerusform>%n step that is missing now</numerusform>
            <numerusform>%n steps that are missing now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message numerus="yes">
        <source>%n answer(s) submitted for approval.</source>
        <translation>
            <numerusform>%n answer submitted for approval.</numerusform>
            <numerusform>%n answers submitted for approval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) approved.</source>
        <translation>
            <numerusform>%n answer approved.</numerusform>
            <numerusform>%n answers approved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) published.</source>
        <translation>
            <numerusform>%n answer published.</numerusform>
            <numerusform>%n answers published.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) are drafts again.</source>
        <translation>
            <numerusform>%n answer is a draft again.</numerusform>
            <numerusform>%n answers are drafts again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) changed.</source>
        <translation>
            <numerusform>%n answer changed.</numerusform>
            <numerusform>%n answers changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s) taken out of the bundle.</source>
        <translation>
            <numerusform>%n input taken out of the bundle.</numerusform>
            <numerusform>%n inputs taken out of the bundle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Erasing</name>
    <message numerus="yes">
        <source>Also erase the words of %n input(s) nobody else gave.</source>
        <translation>
            <numerusform>Also erase the words of %n input nobody else gave.</numerusform>
            <numerusform>Also erase the words of %n inputs nobody else gave.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Half-typed text goes too, and %n backup(s) are replaced by a new one.</source>
        <translation>
            <numerusform>Half-typed text goes too, and %n backup is replaced by a new one.</numerusform>
            <numerusform>Half-typed text goes too, and %n backups are replaced by a new one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erased for good: %n text(s).</source>
        <translation>
            <numerusform>Erased for good: %n text.</numerusform>
            <numerusform>Erased for good: %n texts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedingBack</name>
    <message numerus="yes">
        <source>%n feedback(s) planned.</source>
        <translation>
            <numerusform>%n feedback planned.</numerusform>
            <numerusform>%n feedbacks planned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked as sent.</source>
        <translation>
            <numerusform>%n marked as sent.</numerusform>
            <numerusform>%n marked as sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s) are fed back.</source>
        <translation>
            <numerusform>%n input is fed back.</numerusform>
            <numerusform>%n inputs are fed back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileRows</name>
    <message numerus="yes">
        <source>%n to choose</source>
        <translation>
            <numerusform>%n to choose</numerusform>
            <numerusform>%n to choose</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n input</numerusform>
            <numerusform>%n inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) in this session</source>
        <translation>
            <numerusform>%n follow-up in this session</numerusform>
            <numerusform>%n follow-ups in this session</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForeseenPane</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) stay behind.</source>
        <translation>
            <numerusform>%n row stays behind.</numerusform>
            <numerusform>%n rows stay behind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>all %n</source>
        <translation>
            <numerusform>all %n</numerusform>
            <numerusform>all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemPane</name>
    <message numerus="yes">
        <source>%n organisation(s) or group(s)</source>
        <translation>
            <numerusform>%n organisation or group</numerusform>
            <numerusform>%n organisations or groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n input</numerusform>
            <numerusform>%n inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>show %n more</source>
        <translation>
            <numerusform>show %n more</numerusform>
            <numerusform>show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LateRows</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterPart</name>
    <message numerus="yes">
        <source>%n of %1 still without an approved answer</source>
        <translation>
            <numerusform>%n of %1 still without an approved answer</numerusform>
            <numerusform>%n of %1 still without an approved answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n input(s) answered</source>
        <translation>
            <numerusform>All inputs answered (%n)</numerusform>
            <numerusform>All inputs answered (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message numerus="yes">
        <source>%n without filter.</source>
        <translation>
            <numerusform>%n without filter.</numerusform>
            <numerusform>%n without filter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookingPage</name>
    <message numerus="yes">
        <source>%n without filter.</source>
        <translation>
            <numerusform>%n without filter.</numerusform>
            <numerusform>%n without filter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen; looked at, it points at the new place.</source>
        <translation>
            <numerusform>%n chosen; looked at, it points at the new place.</numerusform>
            <numerusform>%n chosen; looked at, they point at the new place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen; those whose place is gone stay.</source>
        <translation>
            <numerusform>%n chosen; those whose place is gone stay.</numerusform>
            <numerusform>%n chosen; those whose place is gone stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) looked at.</source>
        <translation>
            <numerusform>%n place looked at.</numerusform>
            <numerusform>%n places looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n now point(s) at %1.</source>
        <translation>
            <numerusform>%n now points at %1.</numerusform>
            <numerusform>%n now point at %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyPane</name>
    <message numerus="yes">
        <source>%n items chosen</source>
        <translation>
            <numerusform>%n item chosen</numerusform>
            <numerusform>%n items chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message numerus="yes">
        <source>%n step(s) came in.</source>
        <translation>
            <numerusform>%n step came in.</numerusform>
            <numerusform>%n steps came in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) changed since stay as they are.</source>
        <translation>
            <numerusform>%n record changed since stays as it is.</numerusform>
            <numerusform>%n records changed since stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message numerus="yes">
        <source>%n time(s) here</source>
        <extracomment>How often a theme or speaker was noted in this session.</extracomment>
        <translation>
            <numerusform>%n time here</numerusform>
            <numerusform>%n times here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesHeader</name>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n participant</numerusform>
            <numerusform>%n participants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message numerus="yes">
        <source>%n line(s) pasted. One item each?</source>
        <extracomment>Several lines were pasted into the line of Notuleren.</extracomment>
        <translation>
            <numerusform>%n line pasted. One item each?</numerusform>
            <numerusform>%n lines pasted. One item each?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Offering</name>
    <message numerus="yes">
        <source>%n entered line(s) were not saved last time.</source>
        <translation>
            <numerusform>%n entered line was not saved last time.</numerusform>
            <numerusform>%n entered lines were not saved last time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Openings</name>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(and %n more)</numerusform>
            <numerusform>(and %n more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Beside this file lies {names}, made by a program that synchronises folders, with %n step(s) that are not here.</source>
        <translation>
            <numerusform>Beside this file lies {names}, made by a program that synchronises folders, with %n step that is not here.</numerusform>
            <numerusform>Beside this file lies {names}, made by a program that synchronises folders, with %n steps that are not here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>all %n</source>
        <translation>
            <numerusform>all %n</numerusform>
            <numerusform>all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be weighed</source>
        <translation>
            <numerusform>%n to be weighed</numerusform>
            <numerusform>%n to be weighed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>inputs from %n session(s) and letters</source>
        <translation>
            <numerusform>inputs from %n session and letters</numerusform>
            <numerusform>inputs from %n sessions and letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>group(s) still to hear</source>
        <translation>
            <numerusform>group still to hear</numerusform>
            <numerusform>groups still to hear</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>choice(s) open</source>
        <translation>
            <numerusform>choice open</numerusform>
            <numerusform>choices open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>feedback(s) late</source>
        <translation>
            <numerusform>feedback late</numerusform>
            <numerusform>feedbacks late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>place(s) to look at again</source>
        <translation>
            <numerusform>place to look at again</numerusform>
            <numerusform>places to look at again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanDoing</name>
    <message numerus="yes">
        <source>Version %1 was deleted, with %n chapter(s).</source>
        <translation>
            <numerusform>Version %1 was deleted, with %n chapter.</numerusform>
            <numerusform>Version %1 was deleted, with %n chapters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s) deleted.</source>
        <translation>
            <numerusform>%n chapter deleted.</numerusform>
            <numerusform>%n chapters deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message numerus="yes">
        <source>%n to look at again</source>
        <translation>
            <numerusform>%n to look at again</numerusform>
            <numerusform>%n to look at again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanReadInPage</name>
    <message numerus="yes">
        <source>%n chapter(s) and paragraphs were found.</source>
        <translation>
            <numerusform>%n chapter was found.</numerusform>
            <numerusform>%n chapters and paragraphs were found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) and inputs have to be looked at again.</source>
        <translation>
            <numerusform>%n answer or input has to be looked at again.</numerusform>
            <numerusform>%n answers and inputs have to be looked at again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadInPage</name>
    <message numerus="yes">
        <source>%n row(s) will be read in, as one step to undo.</source>
        <translation>
            <numerusform>%n row will be read in, as one step to undo.</numerusform>
            <numerusform>%n rows will be read in, as one step to undo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were read.</source>
        <translation>
            <numerusform>%n row was read.</numerusform>
            <numerusform>%n rows were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are new</source>
        <translation>
            <numerusform>%n of them is new</numerusform>
            <numerusform>%n of them are new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already.</source>
        <translation>
            <numerusform>%n was here already.</numerusform>
            <numerusform>%n were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do not fit.</source>
        <translation>
            <numerusform>%n does not fit.</numerusform>
            <numerusform>%n do not fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were read in.</source>
        <translation>
            <numerusform>%n row was read in.</numerusform>
            <numerusform>%n rows were read in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message numerus="yes">
        <source>The newest is of {when}, {why}; %n in all.</source>
        <translation>
            <numerusform>The newest is of {when}, {why}; %n in all.</numerusform>
            <numerusform>The newest is of {when}, {why}; %n in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} was made: %n row(s).</source>
        <translation>
            <numerusform>{name} was made: %n row.</numerusform>
            <numerusform>{name} was made: %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) stayed behind in this edition.</source>
        <translation>
            <numerusform>%n row stayed behind in this edition.</numerusform>
            <numerusform>%n rows stayed behind in this edition.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RouteBar</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowCommands</name>
    <message numerus="yes">
        <source>%n record(s) put back.</source>
        <translation>
            <numerusform>%n record put back.</numerusform>
            <numerusform>%n records put back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) changed since stay as they are.</source>
        <translation>
            <numerusform>%n record changed since stays as it is.</numerusform>
            <numerusform>%n records changed since stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied as a table.</source>
        <translation>
            <numerusform>%n row copied as a table.</numerusform>
            <numerusform>%n rows copied as a table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows changed.</source>
        <translation>
            <numerusform>%n row changed.</numerusform>
            <numerusform>%n rows changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows deleted.</source>
        <translation>
            <numerusform>%n row deleted.</numerusform>
            <numerusform>%n rows deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows restored.</source>
        <translation>
            <numerusform>%n row restored.</numerusform>
            <numerusform>%n rows restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows joined.</source>
        <translation>
            <numerusform>%n row joined.</numerusform>
            <numerusform>%n rows joined.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalvageErrand</name>
    <message numerus="yes">
        <source>This round was salvaged; %n text(s) still wait for you.</source>
        <translation>
            <numerusform>This round was salvaged; %n text still waits for you.</numerusform>
            <numerusform>This round was salvaged; %n texts still wait for you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionStrip</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n rows:</source>
        <translation>
            <numerusform>%1 for %n row:</numerusform>
            <numerusform>%1 for %n rows:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SentPage</name>
    <message numerus="yes">
        <source>Mark %n feedback(s) as sent</source>
        <translation>
            <numerusform>Mark %n feedback as sent</numerusform>
            <numerusform>Mark %n feedbacks as sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Say of %n checked input(s) that they are fed back</source>
        <translation>
            <numerusform>Say of %n checked input that it is fed back</numerusform>
            <numerusform>Say of %n checked inputs that they are fed back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message numerus="yes">
        <source>%n rows changed.</source>
        <translation>
            <numerusform>%n row changed.</numerusform>
            <numerusform>%n rows changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TriageBar</name>
    <message numerus="yes">
        <source>%n still raw or without a theme</source>
        <translation>
            <numerusform>%n still raw or without a theme</numerusform>
            <numerusform>%n still raw or without a theme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TriageCommands</name>
    <message numerus="yes">
        <source>%n marked as checked.</source>
        <translation>
            <numerusform>%n marked as checked.</numerusform>
            <numerusform>%n marked as checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still need a theme or kind first.</source>
        <translation>
            <numerusform>%n still needs a theme or kind first.</numerusform>
            <numerusform>%n still need a theme or kind first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked as fed back.</source>
        <translation>
            <numerusform>%n marked as fed back.</numerusform>
            <numerusform>%n marked as fed back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have to be checked first.</source>
        <translation>
            <numerusform>%n has to be checked first.</numerusform>
            <numerusform>%n have to be checked first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message numerus="yes">
        <source>read %n version(s)</source>
        <translation>
            <numerusform>read %n version</numerusform>
            <numerusform>read %n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Lines</name>
    <message numerus="yes">
        <source>all %n session(s)</source>
        <translation>
            <numerusform>all %n session</numerusform>
            <numerusform>all %n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n input</numerusform>
            <numerusform>%n inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without fate</source>
        <translation>
            <numerusform>%n without fate</numerusform>
            <numerusform>%n without fate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_RecentDelegate</name>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n input</numerusform>
            <numerusform>%n inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not weighed yet</source>
        <translation>
            <numerusform>%n not weighed yet</numerusform>
            <numerusform>%n not weighed yet</numerusform>
        </translation>
    </message>
</context>
</TS>
