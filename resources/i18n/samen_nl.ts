<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AgendaBar</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which item of the agenda: 2 of 4.</extracomment>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>The time an agenda item may take: of 20:00.</extracomment>
        <translation>van %1</translation>
    </message>
</context>
<context>
    <name>AnswerBlock</name>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>Naar beantwoorden</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>Verwerking</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>no plan yet: read in a version of the plan</source>
        <translation>nog geen plan: lees een planversie in</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>kies</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>afgeleid</translation>
    </message>
    <message>
        <source>filled in, as needed here</source>
        <translation>ingevuld, hier verplicht</translation>
    </message>
    <message>
        <source>Plan changes</source>
        <translation>Aanpassing plan</translation>
    </message>
    <message>
        <source>Choose a chapter of the plan from the list.</source>
        <translation>Kies een hoofdstuk van het plan uit de lijst.</translation>
    </message>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n woord</numerusform>
            <numerusform>%n woorden</numerusform>
        </translation>
    </message>
    <message>
        <source>plain language, %1</source>
        <translation>gewone taal, %1</translation>
    </message>
    <message>
        <source>chosen before at %1</source>
        <translation>eerder gekozen bij %1</translation>
    </message>
</context>
<context>
    <name>AnswerPane</name>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) open</source>
        <translation>
            <numerusform>nog %n regel open</numerusform>
            <numerusform>nog %n regels open</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publiceren</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Nieuwe versie</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Akkoord</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>search in inputs…</source>
        <translation>zoek in inbreng…</translation>
    </message>
    <message>
        <source>previous, next in this filter</source>
        <translation>vorige, volgende in dit filter</translation>
    </message>
    <message>
        <source>into a bundle</source>
        <translation>in bundel</translation>
    </message>
    <message>
        <source>take out</source>
        <translation>uit bundel</translation>
    </message>
    <message>
        <source>text block</source>
        <translation>tekstblok</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>akkoord</translation>
    </message>
    <message>
        <source>Everything is approved.</source>
        <translation>Alles is akkoord.</translation>
    </message>
    <message>
        <source>Nothing here now.</source>
        <translation>Hier ligt nu niets.</translation>
    </message>
    <message numerus="yes">
        <source>%n without filter.</source>
        <translation>
            <numerusform>%n zonder filter.</numerusform>
            <numerusform>%n zonder filter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Wis filter</translation>
    </message>
    <message>
        <source>Nothing to answer yet.</source>
        <translation>Nog niets te beantwoorden.</translation>
    </message>
    <message>
        <source>What is said in sessions and letters comes here.</source>
        <translation>Wat in sessies en brieven gezegd is, komt hier.</translation>
    </message>
    <message>
        <source>What you were typing at %1 is back, and not saved yet.</source>
        <translation>Wat u typte bij %1 staat er weer, en is nog niet bewaard.</translation>
    </message>
    <message>
        <source>Choose an item of the pile to answer it.</source>
        <translation>Kies iets van de stapel om het te beantwoorden.</translation>
    </message>
    <message>
        <source>Right arrow opens a group, Alt+↓ goes to the next.</source>
        <translation>Pijl rechts opent een groep, Alt+↓ gaat naar de volgende.</translation>
    </message>
</context>
<context>
    <name>Arrangement</name>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Weergaven</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Open a round</source>
        <translation>Ronde openen</translation>
    </message>
    <message>
        <source>Rounds (*.samen);;All files (*)</source>
        <translation>Rondes (*.samen);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Reservekopie kiezen</translation>
    </message>
    <message>
        <source>Rounds (*.samen)</source>
        <translation>Rondes (*.samen)</translation>
    </message>
    <message>
        <source>Put the backup back as</source>
        <translation>Reservekopie terugzetten als</translation>
    </message>
    <message>
        <source>Put the backup in the place of this file?</source>
        <translation>De reservekopie op de plaats van dit bestand zetten?</translation>
    </message>
    <message>
        <source>This cannot be undone. The present file is kept beside it.</source>
        <translation>Dit kan niet ongedaan worden gemaakt. Het huidige bestand blijft ernaast bewaard.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>New round</source>
        <translation>Nieuwe ronde</translation>
    </message>
    <message>
        <source>Something went wrong in the program itself.</source>
        <translation>Er ging iets mis in het programma zelf.</translation>
    </message>
    <message>
        <source>What you typed is still on the screen. You can go on; if it happens again, close the program and send the log to whoever looks after it.

%1 at %2
Log: %3</source>
        <translation>Wat u typte, staat nog op het scherm. U kunt doorgaan. Gebeurt het weer, sluit dan het programma en stuur het logboek aan wie het beheert.

%1 bij %2
Logboek: %3</translation>
    </message>
</context>
<context>
    <name>AttendanceTable</name>
    <message>
        <source>Add a party</source>
        <translation>Partij toevoegen</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>%1 weghalen</translation>
    </message>
    <message>
        <source>+ add a party</source>
        <translation>+ partij toevoegen</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Look inside</source>
        <translation>Bekijken</translation>
    </message>
    <message>
        <source>Restore as a copy</source>
        <translation>Terugzetten als kopie</translation>
    </message>
    <message>
        <source>Restore in place…</source>
        <translation>Terugzetten op deze plaats…</translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>Reservekopie maken</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Reservekopieën</translation>
    </message>
    <message>
        <source>look inside</source>
        <translation>bekijken</translation>
    </message>
    <message>
        <source>restore as a copy</source>
        <translation>terugzetten als kopie</translation>
    </message>
    <message>
        <source>restore in place</source>
        <translation>terugzetten op deze plaats</translation>
    </message>
    <message>
        <source>make a backup</source>
        <translation>reservekopie maken</translation>
    </message>
    <message>
        <source>Made by itself at opening, every half hour of work and before big changes, and checked each time. All of today and yesterday stay, then one a day, a week and a month.</source>
        <translation>Wordt vanzelf gemaakt bij het openen, elk half uur werk en vóór grote wijzigingen, en telkens gecontroleerd. Alles van vandaag en gisteren blijft, daarna één per dag, per week en per maand.</translation>
    </message>
    <message>
        <source>There are no backups yet.</source>
        <translation>Er zijn nog geen reservekopieën.</translation>
    </message>
    <message>
        <source>One is made at each opening with something new; you can also make one now.</source>
        <translation>Bij elke opening met iets nieuws wordt er een gemaakt; u kunt er ook nu een maken.</translation>
    </message>
    <message>
        <source>Make one now</source>
        <translation>Nu een maken</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemaakt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Grootte</translation>
    </message>
    <message>
        <source>Compared with now</source>
        <translation>Vergeleken met nu</translation>
    </message>
    <message>
        <source>Notion</source>
        <translation>Onderdeel</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Toen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Wat erin staat</translation>
    </message>
    <message>
        <source>Rounds (*.samen)</source>
        <translation>Rondes (*.samen)</translation>
    </message>
    <message>
        <source>For reading only; the round stays as it is.</source>
        <translation>Alleen lezen; de ronde blijft zoals zij is.</translation>
    </message>
    <message>
        <source>Back to this one</source>
        <translation>Terug naar deze</translation>
    </message>
    <message>
        <source>{round} restored</source>
        <translation>{round} teruggezet</translation>
    </message>
    <message>
        <source>Looking at the backups</source>
        <translation>Reservekopieën bekijken</translation>
    </message>
    <message>
        <source>The file of this round is not known on this laptop.</source>
        <translation>Het bestand van deze ronde is op deze laptop niet bekend.</translation>
    </message>
    <message>
        <source>In the place of {name}, which is kept beside it.</source>
        <translation>In de plaats van {name}, dat ernaast bewaard blijft.</translation>
    </message>
    <message>
        <source>Put the backup of {when} in the place of {name}?</source>
        <translation>De reservekopie van {when} in de plaats van {name} zetten?</translation>
    </message>
    <message>
        <source>This cannot be undone. The file as it is now is kept beside it, and codes that were given are not given again.</source>
        <translation>Dit kan niet ongedaan worden gemaakt. Het bestand zoals het nu is blijft ernaast bewaard, en nummers die al gegeven zijn worden niet opnieuw gegeven.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>A backup was made and checked.</source>
        <translation>Er is een reservekopie gemaakt en gecontroleerd.</translation>
    </message>
    <message>
        <source>{name} was made.</source>
        <translation>{name} is gemaakt.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Toon in map</translation>
    </message>
</context>
<context>
    <name>BadEnd</name>
    <message>
        <source>Last time the program stopped unexpectedly. What was saved is there; what you had half typed is offered again in the round.</source>
        <translation>De vorige keer stopte het programma onverwacht. Wat bewaard was, is er nog; wat u half had getypt, staat klaar in de ronde.</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} openen</translation>
    </message>
    <message>
        <source>Last time the program stopped unexpectedly. Nothing was lost here.</source>
        <translation>De vorige keer stopte het programma onverwacht. Hier is niets verloren gegaan.</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) you had half typed then wait for you.</source>
        <translation>
            <numerusform>%n tekst die u toen half had getypt, staat voor u klaar.</numerusform>
            <numerusform>%n teksten die u toen half had getypt, staan voor u klaar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ga erheen</translation>
    </message>
</context>
<context>
    <name>BecameFilter</name>
    <message>
        <source>What became of it</source>
        <translation>Wat ermee gebeurde</translation>
    </message>
    <message>
        <source>clear filter</source>
        <translation>wis filter</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
</context>
<context>
    <name>Care</name>
    <message>
        <source>No backup could be made: {why}</source>
        <translation>Er kon geen reservekopie gemaakt worden: {why}</translation>
    </message>
    <message>
        <source>The weekly check found nothing: the file and every row in it is whole.</source>
        <translation>De wekelijkse controle vond niets: het bestand en elke regel erin is heel.</translation>
    </message>
</context>
<context>
    <name>ChapterPane</name>
    <message>
        <source>Points here</source>
        <translation>Wijst hierheen</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Waarover</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>Verwerking</translation>
    </message>
    <message>
        <source>no owner yet</source>
        <translation>nog geen eigenaar</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerken</translation>
    </message>
    <message>
        <source>No text yet.</source>
        <translation>Nog geen tekst.</translation>
    </message>
    <message>
        <source>What answers change here</source>
        <translation>Wat antwoorden hier wijzigen</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wordt</translation>
    </message>
</context>
<context>
    <name>ChoiceBar</name>
    <message>
        <source>Kept choices</source>
        <translation>Bewaarde keuzes</translation>
    </message>
    <message>
        <source>Name of this choice</source>
        <translation>Naam van deze keuze</translation>
    </message>
    <message>
        <source>name of this choice</source>
        <translation>naam van deze keuze</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergeten</translation>
    </message>
    <message>
        <source>kept choices</source>
        <translation>bewaarde keuzes</translation>
    </message>
    <message>
        <source>nothing kept yet</source>
        <translation>nog niets bewaard</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>search…</source>
        <translation>zoek…</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Changed in two places</source>
        <translation>Op twee plekken gewijzigd</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Veld</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Staat er nu</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anders</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>You choose after merging.</source>
        <translation>U kiest na het samenvoegen.</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>search…</source>
        <translation>zoek…</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Niets gevonden.</translation>
    </message>
</context>
<context>
    <name>ColumnsPopup</name>
    <message>
        <source>Ctrl+↑ ↓ moves</source>
        <translation>Ctrl+↑ ↓ verplaatst</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Zoals het was</translation>
    </message>
    <message>
        <source>%1 (no room now)</source>
        <translation>%1 (past nu niet)</translation>
    </message>
</context>
<context>
    <name>ComingRows</name>
    <message>
        <source>Next two weeks</source>
        <translation>Komende twee weken</translation>
    </message>
</context>
<context>
    <name>CommandTable</name>
    <message>
        <source>&amp;New round…</source>
        <translation>&amp;Nieuwe ronde…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Openen…</translation>
    </message>
    <message>
        <source>&amp;Demo round</source>
        <translation>&amp;Demoronde</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Opslaan &amp;als…</translation>
    </message>
    <message>
        <source>&amp;Give a copy…</source>
        <translation>Kopie &amp;geven…</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>Sa&amp;menvoegen…</translation>
    </message>
    <message>
        <source>Read &amp;in a file…</source>
        <translation>Bestand &amp;inlezen…</translation>
    </message>
    <message>
        <source>Overview to &amp;Excel…</source>
        <translation>Overzicht naar &amp;Excel…</translation>
    </message>
    <message>
        <source>Make a &amp;backup</source>
        <translation>Reserve&amp;kopie maken</translation>
    </message>
    <message>
        <source>Res&amp;tore a backup…</source>
        <translation>Reservekopie &amp;terugzetten…</translation>
    </message>
    <message>
        <source>Sal&amp;vage a damaged file…</source>
        <translation>Beschadigd bestand &amp;herstellen…</translation>
    </message>
    <message>
        <source>&amp;Close round</source>
        <translation>Ronde &amp;sluiten</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>A&amp;fsluiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Opnie&amp;uw doen</translation>
    </message>
    <message>
        <source>Cu&amp;t	Ctrl+X</source>
        <translation>K&amp;nippen	Ctrl+X</translation>
    </message>
    <message>
        <source>&amp;Copy	Ctrl+C</source>
        <translation>&amp;Kopiëren	Ctrl+C</translation>
    </message>
    <message>
        <source>&amp;Paste	Ctrl+V</source>
        <translation>&amp;Plakken	Ctrl+V</translation>
    </message>
    <message>
        <source>Search &amp;everything</source>
        <translation>Alles &amp;zoeken</translation>
    </message>
    <message>
        <source>&amp;Deleted…</source>
        <translation>&amp;Verwijderd…</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Licht</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Donker</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Zoals het &amp;systeem</translation>
    </message>
    <message>
        <source>&amp;Nederlands</source>
        <translation>&amp;Nederlands</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>&amp;English</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Sneltoetsen</translation>
    </message>
    <message>
        <source>&amp;Info</source>
        <translation>&amp;Info</translation>
    </message>
    <message>
        <source>&amp;Take notes</source>
        <translation>&amp;Notuleren</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Terug</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vooruit</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Suggestions</source>
        <translation>Voorstellen</translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>Add contact</source>
        <translation>Contact toevoegen</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>dd-mm-yyyy</source>
        <translation>dd-mm-jjjj</translation>
    </message>
</context>
<context>
    <name>DeletePage</name>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message numerus="yes">
        <source>%n inputs belong to what you delete.</source>
        <translation>
            <numerusform>Bij wat u verwijdert, hoort %n inbreng.</numerusform>
            <numerusform>Bij wat u verwijdert, horen %n inbrengen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Move the inputs to</source>
        <translation>Inbreng verplaatsen naar</translation>
    </message>
    <message>
        <source>choose a session</source>
        <translation>kies een sessie</translation>
    </message>
    <message>
        <source>Move the inputs, delete</source>
        <translation>Inbreng verplaatsen, verwijderen</translation>
    </message>
    <message>
        <source>Delete the inputs too</source>
        <translation>Ook de inbreng verwijderen</translation>
    </message>
</context>
<context>
    <name>DeskTable</name>
    <message>
        <source>Previous item</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>To the answer</source>
        <translation>Naar het antwoord</translation>
    </message>
    <message>
        <source>To the pile</source>
        <translation>Naar de stapel</translation>
    </message>
    <message>
        <source>To the inputs</source>
        <translation>Naar de inbreng</translation>
    </message>
    <message>
        <source>Search in the pile</source>
        <translation>Zoeken in de stapel</translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation>Ter akkoord aanbieden</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Akkoord geven</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publiceren</translation>
    </message>
    <message>
        <source>Back to draft</source>
        <translation>Terug naar concept</translation>
    </message>
    <message>
        <source>Text block…</source>
        <translation>Tekstblok…</translation>
    </message>
    <message>
        <source>Into a bundle</source>
        <translation>In bundel</translation>
    </message>
    <message>
        <source>Take out of the bundle</source>
        <translation>Uit de bundel halen</translation>
    </message>
    <message>
        <source>Into a bundle of their own</source>
        <translation>In een eigen bundel</translation>
    </message>
    <message>
        <source>Add the most alike</source>
        <translation>Meest gelijkende toevoegen</translation>
    </message>
    <message>
        <source>Contradicts…</source>
        <translation>Tegengesteld aan…</translation>
    </message>
    <message>
        <source>Official&apos;s own change…</source>
        <translation>Ambtshalve wijziging…</translation>
    </message>
    <message>
        <source>Take the bundle apart</source>
        <translation>Bundel opheffen</translation>
    </message>
    <message>
        <source>Make the nota</source>
        <translation>Nota maken</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Choose a row to read it here.</source>
        <translation>Kies een rij om die hier te lezen.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>stays in this file</source>
        <translation>blijft in dit bestand</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Duiding</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Gegevens</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerken</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Gehoord</translation>
    </message>
</context>
<context>
    <name>DiffPair</name>
    <message>
        <source>Was and is</source>
        <translation>Was en is</translation>
    </message>
</context>
<context>
    <name>DiffText</name>
    <message>
        <source>gone: %1</source>
        <translation>vervallen: %1</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>toegevoegd: %1</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>cannot be read</source>
        <translation>niet te lezen</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschadigd</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) since</source>
        <translation>
            <numerusform>%n stap sindsdien</numerusform>
            <numerusform>%n stappen sindsdien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) that are missing now</source>
        <translation>
            <numerusform>%n stap die nu ontbreekt</numerusform>
            <numerusform>%n stappen die nu ontbreken</numerusform>
        </translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>gelijk aan nu</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gelijk</translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message>
        <source>%1 cannot be approved yet: %2</source>
        <translation>%1 kan nog niet akkoord: %2</translation>
    </message>
    <message>
        <source>%1 cannot be submitted yet: %2</source>
        <translation>%1 kan nog niet ter akkoord: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) submitted for approval.</source>
        <translation>
            <numerusform>%n antwoord ter akkoord aangeboden.</numerusform>
            <numerusform>%n antwoorden ter akkoord aangeboden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) approved.</source>
        <translation>
            <numerusform>%n antwoord akkoord.</numerusform>
            <numerusform>%n antwoorden akkoord.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) published.</source>
        <translation>
            <numerusform>%n antwoord gepubliceerd.</numerusform>
            <numerusform>%n antwoorden gepubliceerd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) are drafts again.</source>
        <translation>
            <numerusform>%n antwoord is weer concept.</numerusform>
            <numerusform>%n antwoorden zijn weer concept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) changed.</source>
        <translation>
            <numerusform>%n antwoord gewijzigd.</numerusform>
            <numerusform>%n antwoorden gewijzigd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Into which bundle?</source>
        <translation>In welke bundel?</translation>
    </message>
    <message>
        <source>Nothing in this round looks like this.</source>
        <translation>Niets in deze ronde lijkt hierop.</translation>
    </message>
    <message>
        <source>%1 was taken apart.</source>
        <translation>%1 is opgeheven.</translation>
    </message>
    <message>
        <source>Put together in one bundle.</source>
        <translation>Samen in één bundel gezet.</translation>
    </message>
    <message>
        <source>a new bundle of its own</source>
        <translation>een nieuwe, eigen bundel</translation>
    </message>
    <message>
        <source>Choose an input in the bundle first, with the arrows and Space.</source>
        <translation>Kies eerst een inbreng in de bundel, met de pijlen en de spatiebalk.</translation>
    </message>
    <message numerus="yes">
        <source>%n input(s) taken out of the bundle.</source>
        <translation>
            <numerusform>%n inbreng uit de bundel gehaald.</numerusform>
            <numerusform>%n inbrengen uit de bundel gehaald.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 contradicts:</source>
        <translation>%1 is tegengesteld aan:</translation>
    </message>
    <message>
        <source>Contradiction noted.</source>
        <translation>Tegenstelling vastgelegd.</translation>
    </message>
    <message>
        <source>Contradiction taken away.</source>
        <translation>Tegenstelling weggehaald.</translation>
    </message>
    <message>
        <source>Official&apos;s own change added.</source>
        <translation>Ambtshalve wijziging toegevoegd.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>DroppedRounds</name>
    <message>
        <source>Open a round first; then drop the copies to merge.</source>
        <translation>Open eerst een ronde; sleep daarna de kopieën erop om ze samen te voegen.</translation>
    </message>
    <message>
        <source>{name} is a copy of this round.</source>
        <translation>{name} is een kopie van deze ronde.</translation>
    </message>
    <message>
        <source>Merge it</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Openen</translation>
    </message>
</context>
<context>
    <name>Erasing</name>
    <message numerus="yes">
        <source>Also erase the words of %n input(s) nobody else gave.</source>
        <translation>
            <numerusform>Ook de woorden wissen van %n inbreng die niemand anders gaf</numerusform>
            <numerusform>Ook de woorden wissen van %n inbrengen die niemand anders gaf</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase {what} for good?</source>
        <translation>{what} voorgoed wissen?</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Voorgoed wissen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n tekst</numerusform>
            <numerusform>%n teksten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n bijlage</numerusform>
            <numerusform>%n bijlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Dit kunt u niet ongedaan maken.</translation>
    </message>
    <message>
        <source>Gone will be: {what}. The number stays, so that counts stay right.</source>
        <translation>Weg gaan: {what}. Het nummer blijft, zodat de aantallen blijven kloppen.</translation>
    </message>
    <message numerus="yes">
        <source>Half-typed text goes too, and %n backup(s) are replaced by a new one.</source>
        <translation>
            <numerusform>Ook half getypte tekst gaat weg, en %n reservekopie wordt vervangen door een nieuwe.</numerusform>
            <numerusform>Ook half getypte tekst gaat weg, en %n reservekopieën worden vervangen door één nieuwe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copies you gave to others keep it until they merge with yours.</source>
        <translation>Kopieën die u aan anderen gaf, houden het tot zij die met de uwe samenvoegen.</translation>
    </message>
    <message numerus="yes">
        <source>Erased for good: %n text(s).</source>
        <translation>
            <numerusform>Voorgoed gewist: %n tekst.</numerusform>
            <numerusform>Voorgoed gewist: %n teksten.</numerusform>
        </translation>
    </message>
    <message>
        <source>No new backup could be made; make one yourself.</source>
        <translation>Er kon geen nieuwe reservekopie gemaakt worden; maak er zelf een.</translation>
    </message>
    <message>
        <source>Throw these away yourself: {names}.</source>
        <translation>Gooi deze zelf weg: {names}.</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Opening the file</source>
        <translation>Bestand openen</translation>
    </message>
    <message>
        <source>Trying out</source>
        <translation>Uitproberen</translation>
    </message>
    <message>
        <source>Reading in</source>
        <translation>Inlezen</translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation>Rapport maken</translation>
    </message>
    <message>
        <source>Looking ahead</source>
        <translation>Vooraf bekijken</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>Reservekopie maken</translation>
    </message>
    <message>
        <source>Making a copy</source>
        <translation>Kopie maken</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>Reservekopie terugzetten</translation>
    </message>
</context>
<context>
    <name>FeedingBack</name>
    <message>
        <source>Plan for sessions held</source>
        <translation>Plannen voor gehouden sessies</translation>
    </message>
    <message>
        <source>Mark as sent…</source>
        <translation>Op verzonden zetten…</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Tekst kopiëren</translation>
    </message>
    <message numerus="yes">
        <source>%n feedback(s) planned.</source>
        <translation>
            <numerusform>%n terugkoppeling gepland.</numerusform>
            <numerusform>%n terugkoppelingen gepland.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody who spoke at a session that was held has one already.</source>
        <translation>Voor iedereen die op een gehouden sessie sprak, is er al een terugkoppeling.</translation>
    </message>
    <message numerus="yes">
        <source>%n marked as sent.</source>
        <translation>
            <numerusform>%n op verzonden gezet.</numerusform>
            <numerusform>%n op verzonden gezet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s) are fed back.</source>
        <translation>
            <numerusform>%n inbreng is teruggekoppeld.</numerusform>
            <numerusform>%n keer inbreng is teruggekoppeld.</numerusform>
        </translation>
    </message>
    <message>
        <source>The text was copied.</source>
        <translation>De tekst is gekopieerd.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>FieldChoice</name>
    <message>
        <source>Becomes</source>
        <translation>Wordt</translation>
    </message>
    <message>
        <source>– not read in</source>
        <translation>– niet ingelezen</translation>
    </message>
</context>
<context>
    <name>FigureStrip</name>
    <message>
        <source>Key figures</source>
        <translation>Kerncijfers</translation>
    </message>
</context>
<context>
    <name>FileRows</name>
    <message>
        <source>undone since</source>
        <translation>daarna ongedaan gemaakt</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>niets nieuws</translation>
    </message>
    <message>
        <source>new: {what}</source>
        <translation>nieuw: {what}</translation>
    </message>
    <message>
        <source>changed: {what}</source>
        <translation>gewijzigd: {what}</translation>
    </message>
    <message>
        <source>does not come in</source>
        <translation>komt niet binnen</translation>
    </message>
    <message numerus="yes">
        <source>%n to choose</source>
        <translation>
            <numerusform>%n keuze</numerusform>
            <numerusform>%n keuzes</numerusform>
        </translation>
    </message>
    <message>
        <source>clock was fast</source>
        <translation>klok liep voor</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n stap</numerusform>
            <numerusform>%n stappen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>clear filter</source>
        <translation>wis filter</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>van %1</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>for example: coordinator</source>
        <translation>bijvoorbeeld: coördinator</translation>
    </message>
    <message>
        <source>for example: HR</source>
        <translation>bijvoorbeeld: HR</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Who works on this laptop?</source>
        <translation>Wie werkt op deze laptop?</translation>
    </message>
    <message>
        <source>It stands beside every change in the file, so that colleagues can follow what was done. Give a function and a mark, no name.</source>
        <translation>Het staat bij elke wijziging in het bestand, zodat collega’s kunnen volgen wat er is gedaan. Geef een functie en een merk, geen naam.</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Functie</translation>
    </message>
    <message>
        <source>Mark of your notes (2–4 letters)</source>
        <translation>Merk van uw notities (2–4 letters)</translation>
    </message>
    <message>
        <source>The mark is 2 to 4 capital letters, for example HR.</source>
        <translation>Het merk is 2 tot 4 hoofdletters, bijvoorbeeld HR.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>saves</source>
        <translation>bewaart</translation>
    </message>
    <message>
        <source>edit previous line</source>
        <translation>vorige regel bewerken</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>ongedaan</translation>
    </message>
    <message>
        <source>next agenda item</source>
        <translation>volgend agendapunt</translation>
    </message>
    <message>
        <source>help</source>
        <translation>help</translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n inbreng</numerusform>
            <numerusform>%n inbrengen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) in this session</source>
        <translation>
            <numerusform>%n actie in deze sessie</numerusform>
            <numerusform>%n acties in deze sessie</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForeseenPane</name>
    <message>
        <source>What goes along, what stays behind</source>
        <translation>Wat meegaat, wat achterblijft</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Why it stays behind</source>
        <translation>Waarom het achterblijft</translation>
    </message>
    <message>
        <source>What stays behind</source>
        <translation>Wat achterblijft</translation>
    </message>
    <message>
        <source>Show the row</source>
        <translation>Toon de rij</translation>
    </message>
    <message>
        <source>Nobody can be known from it</source>
        <translation>Niemand is eraan te herkennen</translation>
    </message>
    <message>
        <source>Look ahead</source>
        <translation>Vooraf bekijken</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>This round is large: looking ahead takes a while.</source>
        <translation>Deze ronde is groot: vooraf bekijken duurt even.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n rij</numerusform>
            <numerusform>%n rijen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing stays behind.</source>
        <translation>Er blijft niets achter.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) stay behind.</source>
        <translation>
            <numerusform>%n rij blijft achter.</numerusform>
            <numerusform>%n rijen blijven achter.</numerusform>
        </translation>
    </message>
    <message>
        <source>choose a row first</source>
        <translation>kies eerst een rij</translation>
    </message>
    <message>
        <source>this one waits for something else: see the row</source>
        <translation>deze wacht op iets anders: zie de rij</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>stays in this file</source>
        <translation>blijft in dit bestand</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>changed, not saved yet</source>
        <translation>gewijzigd, nog niet opgeslagen</translation>
    </message>
    <message>
        <source>Not saved yet. What you typed is kept and stands here when you return.</source>
        <translation>Nog niet opgeslagen. Wat u typte, is bewaard en staat hier als u terugkomt.</translation>
    </message>
    <message>
        <source>put back: what you typed before and did not save</source>
        <translation>teruggezet: wat u eerder typte en niet opsloeg</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Uitleg</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerken</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Beeld</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ga naar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>All stays on this laptop. The program makes no connection.</source>
        <translation>Alles blijft op deze laptop. Het programma maakt geen verbinding.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message numerus="yes">
        <source>all %n</source>
        <translation>
            <numerusform>alle %n</numerusform>
            <numerusform>alle %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo {step} of {who}</source>
        <translation>Maak {step} van {who} ongedaan</translation>
    </message>
</context>
<context>
    <name>InputCard</name>
    <message>
        <source>may be quoted</source>
        <translation>mag geciteerd worden</translation>
    </message>
    <message>
        <source>municipality</source>
        <translation>gemeente</translation>
    </message>
    <message>
        <source>contradicts %1</source>
        <translation>tegengesteld aan %1</translation>
    </message>
</context>
<context>
    <name>ItemPane</name>
    <message>
        <source>Take out of the bundle</source>
        <translation>Uit de bundel halen</translation>
    </message>
    <message>
        <source>neutral summary of what was said</source>
        <translation>neutrale samenvatting van wat gezegd is</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Inbreng</translation>
    </message>
    <message numerus="yes">
        <source>%n organisation(s) or group(s)</source>
        <translation>
            <numerusform>%n organisatie of groep</numerusform>
            <numerusform>%n organisaties of groepen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n inbreng</numerusform>
            <numerusform>%n inbrengen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n sessie</numerusform>
            <numerusform>%n sessies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n persoon</numerusform>
            <numerusform>%n personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>show %n more</source>
        <translation>
            <numerusform>toon er nog %n</numerusform>
            <numerusform>toon er nog %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>Join</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Choose which one stays. The others are read as that one from then on.</source>
        <translation>Kies welke blijft. De andere worden voortaan als die ene gelezen.</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>niets anders</translation>
    </message>
    <message>
        <source>%1 stays. Goes along from the others: %2. Undo takes it back.</source>
        <translation>%1 blijft. Van de andere gaat mee: %2. Met Ongedaan maken draait u het terug.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Edit the previous item</source>
        <translation>Vorige regel bewerken</translation>
    </message>
    <message>
        <source>Split at the cursor</source>
        <translation>Splitsen bij de cursor</translation>
    </message>
    <message>
        <source>Join with the previous item</source>
        <translation>Samenvoegen met de vorige regel</translation>
    </message>
    <message>
        <source>Delete the item</source>
        <translation>Regel verwijderen</translation>
    </message>
    <message>
        <source>Theme that stays</source>
        <translation>Thema dat blijft staan</translation>
    </message>
    <message>
        <source>Speaker that stays</source>
        <translation>Spreker die blijft staan</translation>
    </message>
    <message>
        <source>Table that stays</source>
        <translation>Tafel die blijft staan</translation>
    </message>
    <message>
        <source>Next agenda item</source>
        <translation>Volgend agendapunt</translation>
    </message>
    <message>
        <source>Previous agenda item</source>
        <translation>Vorig agendapunt</translation>
    </message>
    <message>
        <source>Screen without names</source>
        <translation>Scherm zonder namen</translation>
    </message>
</context>
<context>
    <name>LateRows</name>
    <message>
        <source>Late</source>
        <translation>Te laat</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not held: {session}</source>
        <translation>Niet gehouden: {session}</translation>
    </message>
    <message>
        <source>Adopt report: {session}</source>
        <translation>Verslag vaststellen: {session}</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>nog niemand</translation>
    </message>
    <message>
        <source>{code}, {what}, {who}, due {day}, {days}</source>
        <translation>{code}, {what}, {who}, uiterlijk {day}, {days}</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n dag te laat</numerusform>
            <numerusform>%n dagen te laat</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterPart</name>
    <message>
        <source>Text for the recipient</source>
        <translation>Tekst voor de ontvanger</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Tekst kopiëren</translation>
    </message>
    <message>
        <source>The rest stands in the text that is copied.</source>
        <translation>De rest staat in de tekst die u kopieert.</translation>
    </message>
    <message>
        <source>Nothing of this recipient stands in the round.</source>
        <translation>Van deze ontvanger staat niets in de ronde.</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 still without an approved answer</source>
        <translation>
            <numerusform>%n van %1 nog zonder antwoord dat akkoord is</numerusform>
            <numerusform>%n van %1 nog zonder antwoord dat akkoord is</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n input(s) answered</source>
        <translation>
            <numerusform>Alle inbreng beantwoord (%n)</numerusform>
            <numerusform>Alle inbreng beantwoord (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LikeList</name>
    <message>
        <source>by words, on this laptop</source>
        <translation>op woorden, op deze laptop</translation>
    </message>
    <message>
        <source>Looks like this</source>
        <translation>Lijkt hierop</translation>
    </message>
</context>
<context>
    <name>LineFrame</name>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Search in this list</source>
        <translation>Zoeken in deze lijst</translation>
    </message>
    <message>
        <source>classify</source>
        <translation>duiden</translation>
    </message>
    <message>
        <source>edit cell</source>
        <translation>bewerk cel</translation>
    </message>
    <message>
        <source>open</source>
        <translation>openen</translation>
    </message>
    <message>
        <source>copy as table</source>
        <translation>kopieer als tabel</translation>
    </message>
    <message>
        <source>search</source>
        <translation>zoek</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>search in %1…</source>
        <translation>zoek in %1…</translation>
    </message>
    <message>
        <source>No %1 with this filter.</source>
        <translation>Geen %1 met dit filter.</translation>
    </message>
    <message>
        <source>Nothing deleted with this filter.</source>
        <translation>Niets verwijderd met dit filter.</translation>
    </message>
    <message numerus="yes">
        <source>%n without filter.</source>
        <translation>
            <numerusform>%n zonder filter.</numerusform>
            <numerusform>%n zonder filter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Wis filter</translation>
    </message>
    <message>
        <source>Nothing is deleted.</source>
        <translation>Er is niets verwijderd.</translation>
    </message>
    <message>
        <source>What you delete stands here and can be restored.</source>
        <translation>Wat u verwijdert, staat hier en kunt u terugzetten.</translation>
    </message>
    <message>
        <source>No %1 yet.</source>
        <translation>Nog geen %1.</translation>
    </message>
    <message>
        <source>Make the first one, or read in a file.</source>
        <translation>Maak de eerste, of lees een bestand in.</translation>
    </message>
</context>
<context>
    <name>LookingPage</name>
    <message>
        <source>Look at places again</source>
        <translation>Vindplaatsen nakijken</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>nagekeken</translation>
    </message>
    <message>
        <source>choose another place</source>
        <translation>andere plaats kiezen</translation>
    </message>
    <message>
        <source>choose all</source>
        <translation>alles kiezen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>to the answer</source>
        <translation>naar het antwoord</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>back to the plan</source>
        <translation>terug naar het plan</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Waarover</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Vindplaats</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Wat ermee gebeurde</translation>
    </message>
    <message>
        <source>What points into an earlier version</source>
        <translation>Wat naar een eerdere versie wijst</translation>
    </message>
    <message>
        <source>Another place</source>
        <translation>Andere vindplaats</translation>
    </message>
    <message>
        <source>Point there</source>
        <translation>Daarheen wijzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Nagekeken</translation>
    </message>
    <message>
        <source>Nothing with this filter.</source>
        <translation>Niets met dit filter.</translation>
    </message>
    <message numerus="yes">
        <source>%n without filter.</source>
        <translation>
            <numerusform>%n zonder filter.</numerusform>
            <numerusform>%n zonder filter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has to be looked at again.</source>
        <translation>Er hoeft niets opnieuw nagekeken.</translation>
    </message>
    <message>
        <source>To the plan</source>
        <translation>Naar het plan</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen; looked at, it points at the new place.</source>
        <translation>
            <numerusform>%n gekozen; nagekeken wijst het naar de nieuwe plaats.</numerusform>
            <numerusform>%n gekozen; nagekeken wijzen ze naar de nieuwe plaats.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen; those whose place is gone stay.</source>
        <translation>
            <numerusform>%n gekozen; wat geen plaats meer heeft, blijft staan.</numerusform>
            <numerusform>%n gekozen; wat geen plaats meer heeft, blijft staan.</numerusform>
        </translation>
    </message>
    <message>
        <source>This place is gone: choose another one.</source>
        <translation>Deze plaats is vervallen: kies een andere.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versie %1</translation>
    </message>
    <message>
        <source>Not in version %1 any more</source>
        <translation>Niet meer in versie %1</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Was</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) looked at.</source>
        <translation>
            <numerusform>%n vindplaats nagekeken.</numerusform>
            <numerusform>%n vindplaatsen nagekeken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n now point(s) at %1.</source>
        <translation>
            <numerusform>%n wijst nu naar %1.</numerusform>
            <numerusform>%n wijzen nu naar %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Salvage…</source>
        <translation>Herstellen…</translation>
    </message>
    <message>
        <source>The last change is not saved. Close all the same?</source>
        <translation>De laatste wijziging is niet opgeslagen. Toch sluiten?</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Sluiten en verliezen</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Demo data – partly fictitious</source>
        <translation>Demogegevens – deels fictief</translation>
    </message>
    <message>
        <source>for reading only</source>
        <translation>alleen lezen</translation>
    </message>
</context>
<context>
    <name>ManyPane</name>
    <message>
        <source>Apply to all</source>
        <translation>Op alle toepassen</translation>
    </message>
    <message>
        <source>What you leave empty stays as it is. Undo takes all of it back at once.</source>
        <translation>Wat u leeg laat, blijft zoals het is. Ongedaan maken draait alles in één keer terug.</translation>
    </message>
    <message numerus="yes">
        <source>%n items chosen</source>
        <translation>
            <numerusform>%n gekozen</numerusform>
            <numerusform>%n gekozen</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a chapter of the plan from the list.</source>
        <translation>Kies een hoofdstuk van het plan uit de lijst.</translation>
    </message>
    <message>
        <source>Fill in what all of them get.</source>
        <translation>Vul in wat ze allemaal krijgen.</translation>
    </message>
</context>
<context>
    <name>Matching</name>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Bijvoorbeeld</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wordt</translation>
    </message>
    <message>
        <source>– not read in</source>
        <translation>– niet ingelezen</translation>
    </message>
</context>
<context>
    <name>MembersEditor</name>
    <message>
        <source>+ add</source>
        <translation>+ toevoegen</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>&amp;Recent</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Be&amp;werken</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Bee&amp;ld</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Ga naar</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Ongedaan maken: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Opnie&amp;uw doen</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>Opnie&amp;uw doen: %1</translation>
    </message>
</context>
<context>
    <name>MergeErrands</name>
    <message>
        <source>Looking at the files</source>
        <translation>Bestanden bekijken</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>Samenvoegen</translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>choose files</source>
        <translation>bestanden kiezen</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>samenvoegen</translation>
    </message>
    <message>
        <source>keep this value</source>
        <translation>deze waarde houden</translation>
    </message>
    <message>
        <source>join into one</source>
        <translation>samen tot één maken</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>laten zoals het is</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Bestanden kiezen…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>What it brings</source>
        <translation>Wat het brengt</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Undo this merge</source>
        <translation>Dit samenvoegen ongedaan maken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>This was merged before and undone since; it can be redone.</source>
        <translation>Dit is eerder samengevoegd en daarna ongedaan gemaakt; het kan weer terug.</translation>
    </message>
    <message>
        <source>What would come in</source>
        <translation>Wat er binnenkomt</translation>
    </message>
    <message>
        <source>Merged before</source>
        <translation>Eerder samengevoegd</translation>
    </message>
    <message>
        <source>Nothing waits for a choice.</source>
        <translation>Er is niets om te kiezen.</translation>
    </message>
    <message>
        <source>Here comes together what others did on their laptops.</source>
        <translation>Hier komt samen wat anderen op hun laptop deden.</translation>
    </message>
    <message>
        <source>Choose their files, or drop them on the window. You see what would come in before anything is written.</source>
        <translation>Kies hun bestanden, of sleep ze op het venster. U ziet wat er binnenkomt voordat er iets wordt geschreven.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Redo this merge</source>
        <translation>Dit samenvoegen herhalen</translation>
    </message>
    <message>
        <source>Nothing is written before you choose Merge.</source>
        <translation>Er wordt niets geschreven voordat u Samenvoegen kiest.</translation>
    </message>
    <message>
        <source>There is nothing new; merging would change nothing.</source>
        <translation>Er is niets nieuws; samenvoegen verandert niets.</translation>
    </message>
    <message>
        <source>Merging is one step to undo; a backup is made first.</source>
        <translation>Samenvoegen is één stap om ongedaan te maken; eerst wordt een reservekopie gemaakt.</translation>
    </message>
    <message>
        <source>Rounds (*.samen);;All files (*)</source>
        <translation>Rondes (*.samen);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Merge files</source>
        <translation>Bestanden samenvoegen</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) came in.</source>
        <translation>
            <numerusform>%n stap is binnengekomen.</numerusform>
            <numerusform>%n stappen zijn binnengekomen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The merge was undone.</source>
        <translation>Het samenvoegen is ongedaan gemaakt.</translation>
    </message>
    <message>
        <source>The merge stands again.</source>
        <translation>Het samenvoegen is terug.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) changed since stay as they are.</source>
        <translation>
            <numerusform>%n onderdeel is daarna gewijzigd en blijft zoals het is.</numerusform>
            <numerusform>%n onderdelen zijn daarna gewijzigd en blijven zoals ze zijn.</numerusform>
        </translation>
    </message>
    <message>
        <source>{field} of {record} is settled.</source>
        <translation>{field} van {record} is gekozen.</translation>
    </message>
    <message>
        <source>{one} is read as {other} from now on.</source>
        <translation>{one} telt voortaan als {other}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>Bericht sluiten</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>no theme</source>
        <translation>geen thema</translation>
    </message>
    <message>
        <source>no speaker</source>
        <translation>geen spreker</translation>
    </message>
    <message>
        <source>nothing fits “%1”</source>
        <translation>niets past bij “%1”</translation>
    </message>
    <message>
        <source>Table %1</source>
        <extracomment>The table people sit at in a workshop: Table 2.</extracomment>
        <translation>Tafel %1</translation>
    </message>
    <message>
        <source>no table</source>
        <translation>geen tafel</translation>
    </message>
    <message>
        <source>keyword %1</source>
        <translation>trefwoord %1</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) here</source>
        <extracomment>How often a theme or speaker was noted in this session.</extracomment>
        <translation>
            <numerusform>%n keer hier</numerusform>
            <numerusform>%n keer hier</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep new theme “%1”, place it later</source>
        <translation>Nieuw thema “%1” bewaren, later indelen</translation>
    </message>
    <message>
        <source>New participant %1 – a code, no name</source>
        <translation>Nieuwe deelnemer %1 – een code, geen naam</translation>
    </message>
</context>
<context>
    <name>NewRound</name>
    <message>
        <source>Start with</source>
        <translation>Begin met</translation>
    </message>
    <message>
        <source>Phases, groups and terms ready</source>
        <translation>Fasen, groepen en keuzewoorden klaar</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leeg</translation>
    </message>
    <message>
        <source>Choose a place and make…</source>
        <translation>Plaats kiezen en maken…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>New round</source>
        <translation>Nieuwe ronde</translation>
    </message>
    <message>
        <source>Name of the round</source>
        <translation>Naam van de ronde</translation>
    </message>
    <message>
        <source>Give the round a name first.</source>
        <translation>Geef de ronde eerst een naam.</translation>
    </message>
</context>
<context>
    <name>NotePainter</name>
    <message>
        <source>saving…</source>
        <translation>bewaart…</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>niet opgeslagen</translation>
    </message>
</context>
<context>
    <name>NoteRows</name>
    <message>
        <source>No.</source>
        <translation>Nr</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Spreker</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Aard</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Wat er is gezegd</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>actie</translation>
    </message>
    <message>
        <source>%1, before %2</source>
        <extracomment>An action and its due date, in the list of Notuleren.</extracomment>
        <translation>%1, vóór %2</translation>
    </message>
</context>
<context>
    <name>NoteTable</name>
    <message>
        <source>Items of this session</source>
        <translation>Regels van deze sessie</translation>
    </message>
</context>
<context>
    <name>NotesHeader</name>
    <message>
        <source>Screen without names</source>
        <translation>Scherm zonder namen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>phase %1</source>
        <translation>fase %1</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n deelnemer</numerusform>
            <numerusform>%n deelnemers</numerusform>
        </translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>bewaart…</translation>
    </message>
    <message>
        <source>saved %1</source>
        <extracomment>The time at which the last note was saved.</extracomment>
        <translation>opgeslagen %1</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>niet opgeslagen</translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>Take notes</source>
        <translation>Notuleren</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) pasted. One item each?</source>
        <extracomment>Several lines were pasted into the line of Notuleren.</extracomment>
        <translation>
            <numerusform>%n regel geplakt. Elk een eigen inbreng?</numerusform>
            <numerusform>%n regels geplakt. Elk een eigen inbreng?</numerusform>
        </translation>
    </message>
    <message>
        <source>one item each</source>
        <translation>elk een eigen inbreng</translation>
    </message>
    <message>
        <source>all in this line</source>
        <translation>alles in deze regel</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
</context>
<context>
    <name>Offering</name>
    <message>
        <source>The line you were typing is back.</source>
        <translation>De regel die u typte, staat er weer.</translation>
    </message>
    <message numerus="yes">
        <source>%n entered line(s) were not saved last time.</source>
        <translation>
            <numerusform>%n ingevoerde regel is de vorige keer niet opgeslagen.</numerusform>
            <numerusform>%n ingevoerde regels zijn de vorige keer niet opgeslagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Nu opslaan</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
</context>
<context>
    <name>Openings</name>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(en nog %n)</numerusform>
            <numerusform>(en nog %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup was put back. The file as it was is kept as {name}.</source>
        <translation>De reservekopie is teruggezet. Het bestand zoals het was staat in {name}.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Toon in map</translation>
    </message>
    <message>
        <source>Work on a copy</source>
        <translation>Op een kopie werken</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>Alleen kijken</translation>
    </message>
    <message>
        <source>Go on in the copy</source>
        <translation>Verder in de kopie</translation>
    </message>
    <message>
        <source>Open this file all the same</source>
        <translation>Dit bestand toch openen</translation>
    </message>
    <message>
        <source>Put it aside and open</source>
        <translation>Opzij leggen en openen</translation>
    </message>
    <message>
        <source>Look at the newest backup</source>
        <translation>Nieuwste reservekopie bekijken</translation>
    </message>
    <message>
        <source>Mend…</source>
        <translation>Herstellen…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Reservekopieën</translation>
    </message>
    <message>
        <source>You work on a copy on this laptop of {name} in {folder}.</source>
        <translation>U werkt op deze laptop op een kopie van {name} in {folder}.</translation>
    </message>
    <message>
        <source>Put it back now</source>
        <translation>Nu terugzetten</translation>
    </message>
    <message>
        <source>The program was cut off last time. The file was checked whole: nothing is broken.</source>
        <translation>Het programma is vorige keer afgebroken. Het bestand is helemaal nagekeken: er is niets stuk.</translation>
    </message>
    <message numerus="yes">
        <source>Beside this file lies {names}, made by a program that synchronises folders, with %n step(s) that are not here.</source>
        <translation>
            <numerusform>Naast dit bestand staat {names}, door een synchronisatieprogramma gemaakt, met %n stap die hier niet is.</numerusform>
            <numerusform>Naast dit bestand staat {names}, door een synchronisatieprogramma gemaakt, met %n stappen die hier niet zijn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge it</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>This file is in its own place; there is nothing to put back.</source>
        <translation>Dit bestand staat op zijn eigen plaats; er is niets terug te zetten.</translation>
    </message>
    <message>
        <source>{name} was put back in its place and checked.</source>
        <translation>{name} is op zijn plaats teruggezet en gecontroleerd.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Keep a copy…</source>
        <translation>Kopie bewaren…</translation>
    </message>
    <message>
        <source>Keep a copy of the round</source>
        <translation>Een kopie van de ronde bewaren</translation>
    </message>
    <message>
        <source>Rounds (*.samen)</source>
        <translation>Rondes (*.samen)</translation>
    </message>
    <message>
        <source>{name} was made with all that was saved.</source>
        <translation>{name} is gemaakt, met alles wat opgeslagen was.</translation>
    </message>
    <message>
        <source>Go on in it</source>
        <translation>Daarin verdergaan</translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Editie</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Soort bestand</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sessie</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>For (function)</source>
        <translation>Voor (functie)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Rapport opslaan</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx);;Word document (*.docx)</source>
        <translation>Excel-werkmap (*.xlsx);;Word-document (*.docx)</translation>
    </message>
    <message>
        <source>all phases</source>
        <translation>alle fasen</translation>
    </message>
    <message>
        <source>all themes</source>
        <translation>alle thema&apos;s</translation>
    </message>
    <message>
        <source>all sessions</source>
        <translation>alle sessies</translation>
    </message>
    <message>
        <source>Phase, theme, session</source>
        <translation>Fase, thema, sessie</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Opslaan als</translation>
    </message>
    <message>
        <source>Left out: {what}</source>
        <translation>Weggelaten: {what}</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>No.</source>
        <translation>Nr</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Inbreng</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwoorden</translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>Chapters</source>
        <translation>Hoofdstukken</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next part</source>
        <translation>volgend deel</translation>
    </message>
    <message>
        <source>along the parts</source>
        <translation>langs de delen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>to the list</source>
        <translation>naar de lijst</translation>
    </message>
    <message>
        <source>Overview to Excel</source>
        <translation>Overzicht naar Excel</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Te laat</translation>
    </message>
    <message>
        <source>Nothing is late.</source>
        <translation>Niets te laat.</translation>
    </message>
    <message>
        <source>Inputs by processing</source>
        <translation>Inbreng naar verwerking</translation>
    </message>
    <message>
        <source>No inputs yet.</source>
        <translation>Nog geen inbreng.</translation>
    </message>
    <message>
        <source>Note a session, or read in a file.</source>
        <translation>Notuleer een sessie, of lees een bestand in.</translation>
    </message>
    <message>
        <source>Still to hear</source>
        <translation>Nog te horen</translation>
    </message>
    <message>
        <source>Next two weeks</source>
        <translation>Komende twee weken</translation>
    </message>
    <message>
        <source>Nothing is planned in the next two weeks.</source>
        <translation>Er is niets gepland in de komende twee weken.</translation>
    </message>
    <message>
        <source>No phases and sessions yet.</source>
        <translation>Nog geen fasen en sessies.</translation>
    </message>
    <message>
        <source>Plan a session; it will stand here on a line of time.</source>
        <translation>Plan een sessie; die komt hier op een tijdlijn te staan.</translation>
    </message>
    <message>
        <source>Plan a session</source>
        <translation>Sessie plannen</translation>
    </message>
    <message numerus="yes">
        <source>all %n</source>
        <translation>
            <numerusform>alle %n</numerusform>
            <numerusform>alle %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be weighed</source>
        <translation>
            <numerusform>%n nog te beoordelen</numerusform>
            <numerusform>%n nog te beoordelen</numerusform>
        </translation>
    </message>
    <message>
        <source>No groups are left to hear.</source>
        <translation>Geen groepen meer te horen.</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>minder</translation>
    </message>
    <message numerus="yes">
        <source>inputs from %n session(s) and letters</source>
        <translation>
            <numerusform>inbreng uit %n sessie en brieven</numerusform>
            <numerusform>inbreng uit %n sessies en brieven</numerusform>
        </translation>
    </message>
    <message>
        <source>to be weighed</source>
        <translation>nog te beoordelen</translation>
    </message>
    <message>
        <source>late</source>
        <translation>te laat</translation>
    </message>
    <message numerus="yes">
        <source>group(s) still to hear</source>
        <translation>
            <numerusform>groep nog te horen</numerusform>
            <numerusform>groepen nog te horen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>choice(s) open</source>
        <translation>
            <numerusform>keuze open</numerusform>
            <numerusform>keuzes open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>feedback(s) late</source>
        <translation>
            <numerusform>terugkoppeling te laat</numerusform>
            <numerusform>terugkoppelingen te laat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>place(s) to look at again</source>
        <translation>
            <numerusform>vindplaats na te kijken</numerusform>
            <numerusform>vindplaatsen na te kijken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnChange</name>
    <message>
        <source>What changes, and why</source>
        <translation>Wat er wijzigt, en waarom</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Official&apos;s own change</source>
        <translation>Ambtshalve wijziging</translation>
    </message>
    <message>
        <source>A row without a submitter: what you change without anybody asking.</source>
        <translation>Een rij zonder indiener: wat u wijzigt zonder dat iemand erom vroeg.</translation>
    </message>
    <message>
        <source>Write what changes.</source>
        <translation>Schrijf op wat er wijzigt.</translation>
    </message>
</context>
<context>
    <name>Pairs</name>
    <message>
        <source>Perhaps the same</source>
        <translation>Misschien hetzelfde</translation>
    </message>
    <message>
        <source>This stays</source>
        <translation>Dit blijft</translation>
    </message>
    <message>
        <source>This joins it</source>
        <translation>Dit gaat erin op</translation>
    </message>
    <message>
        <source>Join into one</source>
        <translation>Samen tot één maken</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Niet hetzelfde</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search or do something…</source>
        <translation>Zoek of doe iets…</translation>
    </message>
    <message>
        <source>Search or do something</source>
        <translation>Zoek of doe iets</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gevonden</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Niets gevonden.</translation>
    </message>
</context>
<context>
    <name>PaletteField</name>
    <message>
        <source>Search or do something…</source>
        <translation>Zoek of doe iets…</translation>
    </message>
    <message>
        <source>Search or do something</source>
        <translation>Zoek of doe iets</translation>
    </message>
</context>
<context>
    <name>PileModel</name>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
</context>
<context>
    <name>PilePane</name>
    <message>
        <source>Pile</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Gesorteerd op</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Hoofdstuk</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Behandelaar</translation>
    </message>
    <message>
        <source>most first</source>
        <translation>meeste eerst</translation>
    </message>
</context>
<context>
    <name>PlaceForm</name>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Merk</translation>
    </message>
    <message>
        <source>two to four letters, such as HR</source>
        <translation>twee tot vier letters, zoals HR</translation>
    </message>
    <message>
        <source>choose a backup first</source>
        <translation>kies eerst een reservekopie</translation>
    </message>
</context>
<context>
    <name>PlanCommands</name>
    <message>
        <source>New chapter after</source>
        <translation>Nieuw hoofdstuk erna</translation>
    </message>
    <message>
        <source>New chapter before</source>
        <translation>Nieuw hoofdstuk ervoor</translation>
    </message>
    <message>
        <source>New chapter under</source>
        <translation>Nieuw hoofdstuk eronder</translation>
    </message>
    <message>
        <source>Change in place</source>
        <translation>Ter plekke wijzigen</translation>
    </message>
    <message>
        <source>Open chapter	Enter</source>
        <translation>Hoofdstuk openen	Enter</translation>
    </message>
    <message>
        <source>Move up	Alt+↑</source>
        <translation>Omhoog	Alt+↑</translation>
    </message>
    <message>
        <source>Move down	Alt+↓</source>
        <translation>Omlaag	Alt+↓</translation>
    </message>
    <message>
        <source>Move in	Alt+→</source>
        <translation>Naar binnen	Alt+→</translation>
    </message>
    <message>
        <source>Move out	Alt+←</source>
        <translation>Naar buiten	Alt+←</translation>
    </message>
    <message>
        <source>Delete chapter</source>
        <translation>Hoofdstuk verwijderen</translation>
    </message>
    <message>
        <source>New version by hand</source>
        <translation>Nieuwe versie met de hand</translation>
    </message>
    <message>
        <source>About this version</source>
        <translation>Over deze versie</translation>
    </message>
    <message>
        <source>Delete version</source>
        <translation>Versie verwijderen</translation>
    </message>
    <message>
        <source>Read in a version…</source>
        <translation>Versie inlezen…</translation>
    </message>
    <message>
        <source>Look at places again</source>
        <translation>Vindplaatsen nakijken</translation>
    </message>
</context>
<context>
    <name>PlanDoing</name>
    <message numerus="yes">
        <source>Version %1 was deleted, with %n chapter(s).</source>
        <translation>
            <numerusform>Versie %1 is verwijderd, met %n hoofdstuk.</numerusform>
            <numerusform>Versie %1 is verwijderd, met %n hoofdstukken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s) deleted.</source>
        <translation>
            <numerusform>%n hoofdstuk verwijderd.</numerusform>
            <numerusform>%n hoofdstukken verwijderd.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanErrands</name>
    <message>
        <source>Reading the document</source>
        <translation>Document lezen</translation>
    </message>
    <message>
        <source>Reading in the version</source>
        <translation>Versie inlezen</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>new chapter</source>
        <translation>nieuw hoofdstuk</translation>
    </message>
    <message>
        <source>change in place</source>
        <translation>ter plekke wijzigen</translation>
    </message>
    <message>
        <source>Alt+arrows</source>
        <translation>Alt+pijltjes</translation>
    </message>
    <message>
        <source>move chapter</source>
        <translation>hoofdstuk verplaatsen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>openen</translation>
    </message>
    <message>
        <source>read in a version</source>
        <translation>versie inlezen</translation>
    </message>
    <message>
        <source>No plan yet.</source>
        <translation>Nog geen plan.</translation>
    </message>
    <message>
        <source>Read its outline in from Word, or type it in chapter by chapter.</source>
        <translation>Lees de hoofdstukken in uit Word, of typ ze één voor één.</translation>
    </message>
    <message>
        <source>Type it in</source>
        <translation>Zelf typen</translation>
    </message>
    <message>
        <source>No chapters yet.</source>
        <translation>Nog geen hoofdstukken.</translation>
    </message>
    <message>
        <source>Type a title below and press Enter; Tab lets the next one come deeper.</source>
        <translation>Typ hieronder een titel en druk op Enter; met Tab komt de volgende dieper.</translation>
    </message>
    <message numerus="yes">
        <source>%n to look at again</source>
        <translation>
            <numerusform>%n opnieuw na te kijken</numerusform>
            <numerusform>%n opnieuw na te kijken</numerusform>
        </translation>
    </message>
    <message>
        <source>A next version was made; change it here.</source>
        <translation>Er is een volgende versie gemaakt; wijzig die hier.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>PlanReadInPage</name>
    <message>
        <source>Read in a plan version</source>
        <translation>Planversie inlezen</translation>
    </message>
    <message>
        <source>choose a file</source>
        <translation>kies een bestand</translation>
    </message>
    <message>
        <source>read in</source>
        <translation>inlezen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>laten zoals het is</translation>
    </message>
    <message>
        <source>a Word or Markdown document; or drop one here</source>
        <translation>een Word- of Markdown-document; of sleep er een hierheen</translation>
    </message>
    <message>
        <source>Version number</source>
        <translation>Versienummer</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What becomes of the chapters</source>
        <translation>Wat er met de hoofdstukken gebeurt</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Hoofdstuk</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Wat ermee gebeurt</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Hoofdstukken</translation>
    </message>
    <message>
        <source>To be looked at again</source>
        <translation>Opnieuw na te kijken</translation>
    </message>
    <message>
        <source>Was and becomes</source>
        <translation>Was en wordt</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Wat er gebeurt</translation>
    </message>
    <message>
        <source>moved, was %1</source>
        <translation>verplaatst, was %1</translation>
    </message>
    <message>
        <source>not in this document</source>
        <translation>niet in dit document</translation>
    </message>
    <message>
        <source>not in the version that stands</source>
        <translation>niet in de versie die geldt</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wordt</translation>
    </message>
    <message>
        <source>Nothing is written before you choose Read in.</source>
        <translation>Er wordt niets geschreven voordat u Inlezen kiest.</translation>
    </message>
    <message>
        <source>Give the version a number first.</source>
        <translation>Geef de versie eerst een nummer.</translation>
    </message>
    <message>
        <source>Reading in is one step to undo; a backup is made first.</source>
        <translation>Inlezen is in één stap ongedaan te maken; eerst komt er een reservekopie.</translation>
    </message>
    <message>
        <source>Choose a document; you will see here what happens.</source>
        <translation>Kies een document; u ziet hier wat er gebeurt.</translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s) and paragraphs were found.</source>
        <translation>
            <numerusform>%n hoofdstuk gevonden.</numerusform>
            <numerusform>%n hoofdstukken en paragrafen gevonden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Since version %1: %2.</source>
        <translation>Sinds versie %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) and inputs have to be looked at again.</source>
        <translation>
            <numerusform>%n antwoord of inbreng is opnieuw na te kijken.</numerusform>
            <numerusform>%n antwoorden en inbreng zijn opnieuw na te kijken.</numerusform>
        </translation>
    </message>
    <message>
        <source>Word and Markdown (*.docx *.md *.markdown);;All files (*)</source>
        <translation>Word en Markdown (*.docx *.md *.markdown);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Plan version %1 was read in.</source>
        <translation>Planversie %1 is ingelezen.</translation>
    </message>
    <message>
        <source>Look at places again</source>
        <translation>Vindplaatsen nakijken</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Read in</source>
        <translation>Inlezen</translation>
    </message>
    <message>
        <source>Stopped; there is no preview.</source>
        <translation>Gestopt; er is geen voorbeeld.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>ProcessingBar</name>
    <message>
        <source>Inputs by processing</source>
        <translation>Inbreng naar verwerking</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>A backup was made and checked.</source>
        <translation>Er is een reservekopie gemaakt en gecontroleerd.</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n rij</numerusform>
            <numerusform>%n rijen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>ReadInPage</name>
    <message>
        <source>Load a mapping…</source>
        <translation>Koppelbestand laden…</translation>
    </message>
    <message>
        <source>Save the mapping…</source>
        <translation>Koppelbestand bewaren…</translation>
    </message>
    <message>
        <source>Read in</source>
        <translation>Inlezen</translation>
    </message>
    <message>
        <source>choose a file</source>
        <translation>kies een bestand</translation>
    </message>
    <message>
        <source>change a column</source>
        <translation>wijzig een kolom</translation>
    </message>
    <message>
        <source>read in</source>
        <translation>inlezen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>laat het</translation>
    </message>
    <message>
        <source>an Excel or CSV file; or drop one here</source>
        <translation>een Excel- of CSV-bestand; of sleep er een hierheen</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blad</translation>
    </message>
    <message>
        <source>Header row</source>
        <translation>Kopregel</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>Which column becomes what</source>
        <translation>Welke kolom wordt wat</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>Wat niet past</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Wat er gebeurt</translation>
    </message>
    <message>
        <source>Nothing is written before you choose Read in.</source>
        <translation>Er wordt niets geschreven voordat u Inlezen kiest.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) will be read in, as one step to undo.</source>
        <translation>
            <numerusform>%n rij wordt ingelezen, in één keer ongedaan te maken.</numerusform>
            <numerusform>%n rijen worden ingelezen, in één keer ongedaan te maken.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to read in.</source>
        <translation>Er is niets om in te lezen.</translation>
    </message>
    <message>
        <source>Choose a file; you will see here what would happen.</source>
        <translation>Kies een bestand; u ziet hier wat er zou gebeuren.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were read.</source>
        <translation>
            <numerusform>%n rij gelezen.</numerusform>
            <numerusform>%n rijen gelezen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are new</source>
        <translation>
            <numerusform>%n daarvan is nieuw</numerusform>
            <numerusform>%n daarvan zijn nieuw</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already.</source>
        <translation>
            <numerusform>%n stond er al.</numerusform>
            <numerusform>%n stonden er al.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do not fit.</source>
        <translation>
            <numerusform>%n past niet.</numerusform>
            <numerusform>%n passen niet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Made besides: {made}.</source>
        <translation>Daarnaast gemaakt: {made}.</translation>
    </message>
    <message>
        <source>This file was read in before.</source>
        <translation>Dit bestand is al eens ingelezen.</translation>
    </message>
    <message>
        <source>Not read in: {columns}.</source>
        <translation>Niet ingelezen: {columns}.</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.txt);;All files (*)</source>
        <translation>Tabellen (*.xlsx *.csv *.txt);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Mappings (*.json)</source>
        <translation>Koppelbestanden (*.json)</translation>
    </message>
    <message>
        <source>Load a mapping</source>
        <translation>Koppelbestand laden</translation>
    </message>
    <message>
        <source>Save the mapping</source>
        <translation>Koppelbestand bewaren</translation>
    </message>
    <message>
        <source>{name} cannot be written here.</source>
        <translation>{name} kan hier niet worden geschreven.</translation>
    </message>
    <message>
        <source>The mapping is kept in {name}.</source>
        <translation>Het koppelbestand is bewaard als {name}.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were read in.</source>
        <translation>
            <numerusform>%n rij ingelezen.</numerusform>
            <numerusform>%n rijen ingelezen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>ReadingBand</name>
    <message>
        <source>Stop looking</source>
        <translation>Stoppen met kijken</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Reservekopieën</translation>
    </message>
    <message>
        <source>For reading only: {name}</source>
        <translation>Alleen lezen: {name}</translation>
    </message>
    <message>
        <source>For reading only: backup of {when}, {why}</source>
        <translation>Alleen lezen: reservekopie van {when}, {why}</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Recent rounds</source>
        <translation>Recente rondes</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>vandaag %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gisteren %1</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>maandag</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>dinsdag</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>woensdag</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>donderdag</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>vrijdag</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>zaterdag</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>zondag</translation>
    </message>
</context>
<context>
    <name>RecentPart</name>
    <message>
        <source>search recent…</source>
        <translation>zoek in recent…</translation>
    </message>
    <message>
        <source>No rounds on this laptop yet.</source>
        <translation>Nog geen rondes op deze laptop.</translation>
    </message>
    <message>
        <source>Make one, open one, or look around in the demo.</source>
        <translation>Maak er een, open er een, of kijk rond in de demo.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recent</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Make a backup</source>
        <translation>Reservekopie maken</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapporten</translation>
    </message>
    <message>
        <source>Make the report</source>
        <translation>Rapport maken</translation>
    </message>
    <message>
        <source>make the report</source>
        <translation>rapport maken</translation>
    </message>
    <message>
        <source>make a backup</source>
        <translation>reservekopie maken</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemaakt</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Editie</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rijen</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>What went out</source>
        <translation>Wat er is uitgegeven</translation>
    </message>
    <message>
        <source>Nothing went out yet.</source>
        <translation>Er is nog niets uitgegeven.</translation>
    </message>
    <message numerus="yes">
        <source>The newest is of {when}, {why}; %n in all.</source>
        <translation>
            <numerusform>De nieuwste is van {when}, {why}; %n in totaal.</numerusform>
            <numerusform>De nieuwste is van {when}, {why}; %n in totaal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) stayed behind in this edition.</source>
        <translation>
            <numerusform>%n rij bleef achter in deze editie.</numerusform>
            <numerusform>%n rijen bleven achter in deze editie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Opslaan als</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Reservekopieën</translation>
    </message>
    <message>
        <source>All backups</source>
        <translation>Alle reservekopieën</translation>
    </message>
    <message>
        <source>There are no backups yet.</source>
        <translation>Er zijn nog geen reservekopieën.</translation>
    </message>
    <message>
        <source>Rounds (*.samen)</source>
        <translation>Rondes (*.samen)</translation>
    </message>
    <message>
        <source>Give a copy</source>
        <translation>Kopie geven</translation>
    </message>
    <message>
        <source>For a colleague who works in it too; its codes carry the mark.</source>
        <translation>Voor een collega die er ook in werkt; de codes krijgen het merk.</translation>
    </message>
    <message>
        <source>A copy for yourself to work in, under another name.</source>
        <translation>Een kopie om zelf in te werken, onder een andere naam.</translation>
    </message>
    <message>
        <source>{round} copy</source>
        <translation>{round} kopie</translation>
    </message>
    <message>
        <source>{round} 2</source>
        <translation>{round} 2</translation>
    </message>
    <message numerus="yes">
        <source>{name} was made: %n row(s).</source>
        <translation>
            <numerusform>{name} is gemaakt: %n rij.</numerusform>
            <numerusform>{name} is gemaakt: %n rijen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The round is read-only: what went out was not recorded.</source>
        <translation>De ronde is alleen te lezen: wat er is uitgegeven, is niet vastgelegd.</translation>
    </message>
    <message>
        <source>A backup was made and checked.</source>
        <translation>Er is een reservekopie gemaakt en gecontroleerd.</translation>
    </message>
    <message>
        <source>{name} was made.</source>
        <translation>{name} is gemaakt.</translation>
    </message>
    <message>
        <source>Go on in it</source>
        <translation>Daarin verdergaan</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Toon in map</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
</context>
<context>
    <name>ReportsPart</name>
    <message>
        <source>Make the report</source>
        <translation>Rapport maken</translation>
    </message>
    <message>
        <source>Make a report</source>
        <translation>Een rapport maken</translation>
    </message>
    <message>
        <source>The choice {name} is kept.</source>
        <translation>De keuze {name} is bewaard.</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>no backup yet</source>
        <translation>nog geen reservekopie</translation>
    </message>
    <message>
        <source>backup %1</source>
        <translation>reservekopie %1</translation>
    </message>
</context>
<context>
    <name>RouteBar</name>
    <message>
        <source>Route map</source>
        <translation>Routekaart</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n dag te laat</numerusform>
            <numerusform>%n dagen te laat</numerusform>
        </translation>
    </message>
    <message>
        <source>today {day}</source>
        <translation>vandaag {day}</translation>
    </message>
    <message>
        <source>session held</source>
        <translation>sessie gehouden</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>gepland</translation>
    </message>
    <message>
        <source>{phase}; planned {planned}; actual {actual}</source>
        <translation>{phase}; gepland {planned}; werkelijk {actual}</translation>
    </message>
    <message>
        <source>{session}, planned {day}, {late}</source>
        <translation>{session}, gepland {day}, {late}</translation>
    </message>
    <message>
        <source>{session}, held {day}</source>
        <translation>{session}, gehouden {day}</translation>
    </message>
    <message>
        <source>{session}, planned {day}</source>
        <translation>{session}, gepland {day}</translation>
    </message>
</context>
<context>
    <name>RowCommands</name>
    <message>
        <source>Copy as table</source>
        <translation>Kopieer als tabel</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Into a bundle</source>
        <translation>In bundel</translation>
    </message>
    <message>
        <source>Join…</source>
        <translation>Samenvoegen…</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Voorgoed wissen…</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) put back.</source>
        <translation>
            <numerusform>%n gegeven teruggezet.</numerusform>
            <numerusform>%n gegevens teruggezet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) changed since stay as they are.</source>
        <translation>
            <numerusform>%n onderdeel is daarna gewijzigd en blijft zoals het is.</numerusform>
            <numerusform>%n onderdelen zijn daarna gewijzigd en blijven zoals ze zijn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Choose one row to erase.</source>
        <translation>Kies één rij om te wissen.</translation>
    </message>
    <message>
        <source>Choose two or more rows to join.</source>
        <translation>Kies twee of meer rijen om samen te voegen.</translation>
    </message>
    <message>
        <source>More than %1 rows: hand out the overview as a file instead.</source>
        <translation>Meer dan %1 rijen: maak in plaats daarvan het overzicht als bestand.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied as a table.</source>
        <translation>
            <numerusform>%n rij gekopieerd als tabel.</numerusform>
            <numerusform>%n rijen gekopieerd als tabel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows changed.</source>
        <translation>
            <numerusform>%n rij gewijzigd.</numerusform>
            <numerusform>%n rijen gewijzigd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows deleted.</source>
        <translation>
            <numerusform>%n rij verwijderd.</numerusform>
            <numerusform>%n rijen verwijderd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put together in one bundle.</source>
        <translation>Samen in één bundel gezet.</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>Naar beantwoorden</translation>
    </message>
    <message numerus="yes">
        <source>%n rows restored.</source>
        <translation>
            <numerusform>%n rij teruggezet.</numerusform>
            <numerusform>%n rijen teruggezet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows joined.</source>
        <translation>
            <numerusform>%n rij samengevoegd.</numerusform>
            <numerusform>%n rijen samengevoegd.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalvageErrand</name>
    <message>
        <source>Choose the damaged round</source>
        <translation>Kies de beschadigde ronde</translation>
    </message>
    <message>
        <source>Rounds (*.samen);;All files (*)</source>
        <translation>Rondes (*.samen);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Keep the salvaged round as</source>
        <translation>De herstelde ronde bewaren als</translation>
    </message>
    <message>
        <source>Rounds (*.samen)</source>
        <translation>Rondes (*.samen)</translation>
    </message>
    <message>
        <source>%1 salvaged</source>
        <translation>%1 hersteld</translation>
    </message>
    <message>
        <source>Salvaging</source>
        <translation>Herstellen</translation>
    </message>
    <message>
        <source>Salvaging %1 …</source>
        <translation>%1 wordt hersteld …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message numerus="yes">
        <source>This round was salvaged; %n text(s) still wait for you.</source>
        <translation>
            <numerusform>Deze ronde is hersteld; er wacht nog %n tekst op u.</numerusform>
            <numerusform>Deze ronde is hersteld; er wachten nog %n teksten op u.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
</context>
<context>
    <name>SalvagedPage</name>
    <message>
        <source>Salvage</source>
        <translation>Herstel</translation>
    </message>
    <message>
        <source>copy the text</source>
        <translation>tekst kopiëren</translation>
    </message>
    <message>
        <source>let go of these texts</source>
        <translation>teksten loslaten</translation>
    </message>
    <message>
        <source>What the salvaged round holds</source>
        <translation>Wat er in de herstelde ronde staat</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>In the last backup</source>
        <translation>In de laatste reservekopie</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Aantallen</translation>
    </message>
    <message>
        <source>Kept apart, for you to judge</source>
        <translation>Apart gehouden, om zelf te beoordelen</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Veld</translation>
    </message>
    <message>
        <source>Text as it can still be read</source>
        <translation>Tekst zoals die nog te lezen is</translation>
    </message>
    <message>
        <source>Kept apart</source>
        <translation>Apart gehouden</translation>
    </message>
    <message>
        <source>These texts are not in the lists. Copy what is right to where it belongs.</source>
        <translation>Deze teksten staan niet in de lijsten. Kopieer wat klopt naar de plek waar het hoort.</translation>
    </message>
    <message>
        <source>Let go of these texts</source>
        <translation>Deze teksten loslaten</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Tekst kopiëren</translation>
    </message>
    <message>
        <source>No text waits for you.</source>
        <translation>Er wacht geen tekst op u.</translation>
    </message>
    <message>
        <source>This round was never salvaged.</source>
        <translation>Deze ronde is nooit hersteld.</translation>
    </message>
    <message>
        <source>File ▸ Salvage takes what can be read out of a damaged file, into a new one.</source>
        <translation>Bestand ▸ Beschadigd bestand herstellen haalt uit een beschadigd bestand wat te lezen is, in een nieuw bestand.</translation>
    </message>
</context>
<context>
    <name>SaveState</name>
    <message>
        <source>saved</source>
        <translation>opgeslagen</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>bewaart…</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>niet opgeslagen</translation>
    </message>
    <message>
        <source>Something went wrong in the program itself.</source>
        <translation>Er ging iets mis in het programma zelf.</translation>
    </message>
</context>
<context>
    <name>SelectionStrip</name>
    <message>
        <source>Apply</source>
        <translation>Toepassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gekozen</numerusform>
            <numerusform>%n gekozen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n rows:</source>
        <translation>
            <numerusform>%1 voor %n rij:</numerusform>
            <numerusform>%1 voor %n rijen:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SentPage</name>
    <message numerus="yes">
        <source>Mark %n feedback(s) as sent</source>
        <translation>
            <numerusform>%n terugkoppeling op verzonden zetten</numerusform>
            <numerusform>%n terugkoppelingen op verzonden zetten</numerusform>
        </translation>
    </message>
    <message>
        <source>What was marked as sent before keeps its day.</source>
        <translation>Wat al op verzonden stond, houdt zijn datum.</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Verzonden op</translation>
    </message>
    <message numerus="yes">
        <source>Say of %n checked input(s) that they are fed back</source>
        <translation>
            <numerusform>Zet %n gecontroleerde inbreng op teruggekoppeld</numerusform>
            <numerusform>Zet %n keer gecontroleerde inbreng op teruggekoppeld</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody who said these has heard of them once this is sent.</source>
        <translation>Iedereen die dit inbracht, heeft hierna een terugkoppeling gehad.</translation>
    </message>
    <message>
        <source>There are no checked inputs of which everybody has heard by this.</source>
        <translation>Er is geen gecontroleerde inbreng waarvan hierna iedereen heeft gehoord.</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>Op verzonden zetten</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>Sessions</source>
        <translation>Sessies</translation>
    </message>
    <message>
        <source>No sessions yet. Plan one under Sessions.</source>
        <translation>Nog geen sessies. Plan er een onder Sessies.</translation>
    </message>
    <message>
        <source>Take notes in which session?</source>
        <translation>Welke sessie notuleren?</translation>
    </message>
    <message>
        <source>Type part of the title, Enter begins, Esc goes back.</source>
        <translation>Typ een deel van de titel; Enter begint, Esc gaat terug.</translation>
    </message>
    <message>
        <source>Take notes</source>
        <translation>Notuleren</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Pages</source>
        <translation>Pagina’s</translation>
    </message>
    <message>
        <source>Take notes</source>
        <translation>Notuleren</translation>
    </message>
    <message>
        <source>Take notes (Ctrl+Shift+N)</source>
        <translation>Notuleren (Ctrl+Shift+N)</translation>
    </message>
</context>
<context>
    <name>Speak</name>
    <message>
        <source>The language changes when the program starts again.</source>
        <translation>De taal verandert als het programma opnieuw start.</translation>
    </message>
</context>
<context>
    <name>SplitPage</name>
    <message>
        <source>Split %1</source>
        <translation>%1 splitsen</translation>
    </message>
    <message>
        <source>Put the cursor where the second part begins, or select the words that become an input of their own. Speakers, session and date go along.</source>
        <translation>Zet de cursor waar het tweede deel begint, of selecteer de woorden die een eigen inbreng worden. Indieners, sessie en datum gaan mee.</translation>
    </message>
    <message>
        <source>Words to split</source>
        <translation>Woorden om te splitsen</translation>
    </message>
    <message>
        <source>%1 keeps</source>
        <translation>%1 houdt</translation>
    </message>
    <message>
        <source>Becomes an input of its own</source>
        <translation>Wordt een eigen inbreng</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Splitsen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>From conversation to reasoned answer</source>
        <translation>Van gesprek naar verantwoord antwoord</translation>
    </message>
    <message>
        <source>New round…</source>
        <translation>Nieuwe ronde…</translation>
    </message>
    <message>
        <source>Empty, or with phases and groups ready</source>
        <translation>Leeg, of met fasen en groepen klaar</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Openen…</translation>
    </message>
    <message>
        <source>From this laptop, a stick or a network folder</source>
        <translation>Van deze laptop, een stick of een netwerkmap</translation>
    </message>
    <message>
        <source>Demo round SAMEN.</source>
        <translation>Demoronde SAMEN.</translation>
    </message>
    <message>
        <source>Practise on a fresh copy; nothing can break</source>
        <translation>Oefen op een verse kopie; er kan niets stuk</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Reservekopie terugzetten…</translation>
    </message>
    <message>
        <source>To how it was before, beside the present one</source>
        <translation>Naar een eerdere stand, naast de huidige</translation>
    </message>
    <message>
        <source>All stays in your file on this laptop. The program makes no connection.</source>
        <translation>Alles blijft in uw bestand op deze laptop. Het programma maakt geen verbinding.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Shortcuts that work here</source>
        <translation>Sneltoetsen die hier werken</translation>
    </message>
</context>
<context>
    <name>StepButtons</name>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
</context>
<context>
    <name>SuggestionPart</name>
    <message>
        <source>Suggested theme</source>
        <translation>Voorgesteld thema</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Kies dit thema</translation>
    </message>
    <message>
        <source>because of %1</source>
        <translation>vanwege %1</translation>
    </message>
    <message>
        <source>Split off from this one</source>
        <translation>Hiervan afgesplitst</translation>
    </message>
    <message>
        <source>Looks like this</source>
        <translation>Lijkt hierop</translation>
    </message>
    <message>
        <source>by words, on this laptop</source>
        <translation>op woorden, op deze laptop</translation>
    </message>
    <message>
        <source>both: %1</source>
        <translation>allebei: %1</translation>
    </message>
</context>
<context>
    <name>Tags</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 weghalen</translation>
    </message>
</context>
<context>
    <name>TextBlocks</name>
    <message>
        <source>Text blocks</source>
        <translation>Tekstblokken</translation>
    </message>
    <message>
        <source>search…</source>
        <translation>zoek…</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Invoegen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>No text blocks yet. Ctrl+N makes one of what is selected.</source>
        <translation>Nog geen tekstblokken. Ctrl+N maakt er een van wat geselecteerd is.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Niets gevonden.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message>
        <source>Classify</source>
        <translation>Duiden</translation>
    </message>
    <message>
        <source>Next to classify</source>
        <translation>Volgende om te duiden</translation>
    </message>
    <message numerus="yes">
        <source>%n rows changed.</source>
        <translation>
            <numerusform>%n rij gewijzigd.</numerusform>
            <numerusform>%n rijen gewijzigd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in this list waits to be classified.</source>
        <translation>In deze lijst hoeft niets meer geduid te worden.</translation>
    </message>
</context>
<context>
    <name>TriageBar</name>
    <message>
        <source>Accept</source>
        <translation>Kies dit thema</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>spatie</translation>
    </message>
    <message>
        <source>All themes…</source>
        <translation>Alle thema&apos;s…</translation>
    </message>
    <message numerus="yes">
        <source>%n still raw or without a theme</source>
        <translation>
            <numerusform>%n nog ruw of zonder thema</numerusform>
            <numerusform>%n nog ruw of zonder thema</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>Zo laten</translation>
    </message>
    <message>
        <source>Theme and kind are there already.</source>
        <translation>Thema en aard staan er al.</translation>
    </message>
    <message>
        <source>No theme to suggest for this one.</source>
        <translation>Geen thema om voor te stellen.</translation>
    </message>
    <message>
        <source>%1, because of %2</source>
        <translation>%1, vanwege %2</translation>
    </message>
    <message>
        <source>All themes</source>
        <translation>Alle thema&apos;s</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>Duiden</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Voorstel</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Splitsen</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Gecontroleerd</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>TriageCommands</name>
    <message>
        <source>Split…</source>
        <translation>Splitsen…</translation>
    </message>
    <message>
        <source>Mark as checked</source>
        <translation>Als gecontroleerd markeren</translation>
    </message>
    <message>
        <source>Mark as fed back</source>
        <translation>Als teruggekoppeld markeren</translation>
    </message>
    <message numerus="yes">
        <source>%n marked as checked.</source>
        <translation>
            <numerusform>%n als gecontroleerd gemarkeerd.</numerusform>
            <numerusform>%n als gecontroleerd gemarkeerd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still need a theme or kind first.</source>
        <translation>
            <numerusform>%n heeft nog geen thema of aard.</numerusform>
            <numerusform>%n hebben nog geen thema of aard.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked as fed back.</source>
        <translation>
            <numerusform>%n als teruggekoppeld gemarkeerd.</numerusform>
            <numerusform>%n als teruggekoppeld gemarkeerd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have to be checked first.</source>
        <translation>
            <numerusform>%n moet eerst gecontroleerd worden.</numerusform>
            <numerusform>%n moeten eerst gecontroleerd worden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was split; the second part is %2.</source>
        <translation>%1 is gesplitst; het tweede deel is %2.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>Typing</name>
    <message>
        <source>comes as the first chapter</source>
        <translation>komt als eerste hoofdstuk</translation>
    </message>
    <message>
        <source>comes after %1</source>
        <translation>komt na %1</translation>
    </message>
    <message>
        <source>comes before %1</source>
        <translation>komt voor %1</translation>
    </message>
    <message>
        <source>comes under %1</source>
        <translation>komt onder %1</translation>
    </message>
</context>
<context>
    <name>TypingLine</name>
    <message>
        <source>Next chapter</source>
        <translation>Volgend hoofdstuk</translation>
    </message>
    <message>
        <source>title of the next chapter</source>
        <translation>titel van het volgende hoofdstuk</translation>
    </message>
</context>
<context>
    <name>UnheardRows</name>
    <message>
        <source>Still to hear</source>
        <translation>Nog te horen</translation>
    </message>
    <message>
        <source>not heard in any phase</source>
        <translation>nog in geen enkele fase gehoord</translation>
    </message>
    <message>
        <source>phase {number}</source>
        <translation>fase {number}</translation>
    </message>
    <message>
        <source>{session} was planned on {day}</source>
        <translation>{session} was gepland op {day}</translation>
    </message>
    <message>
        <source>{session} is planned on {day}</source>
        <translation>{session} is gepland op {day}</translation>
    </message>
    <message>
        <source>{session} has no day yet</source>
        <translation>{session} heeft nog geen dag</translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation>niets gepland</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Published</source>
        <translation>Gepubliceerd</translation>
    </message>
    <message numerus="yes">
        <source>read %n version(s)</source>
        <translation>
            <numerusform>lees %n versie</numerusform>
            <numerusform>lees %n versies</numerusform>
        </translation>
    </message>
    <message>
        <source>fold</source>
        <translation>inklappen</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versie %1</translation>
    </message>
    <message>
        <source>Plan versions</source>
        <translation>Planversies</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Changed in two places</source>
        <translation>Op twee plekken gewijzigd</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Deze houden</translation>
    </message>
    <message>
        <source>Keep (shown now)</source>
        <translation>Houden (nu te zien)</translation>
    </message>
</context>
<context>
    <name>ViewsButton</name>
    <message>
        <source>%1 (changed)</source>
        <translation>%1 (gewijzigd)</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Weergave: %1</translation>
    </message>
</context>
<context>
    <name>ViewsPopup</name>
    <message>
        <source>Saved views</source>
        <translation>Bewaarde weergaven</translation>
    </message>
    <message>
        <source>%1 (opens with it)</source>
        <translation>%1 (opent hiermee)</translation>
    </message>
    <message>
        <source>All rows, columns as they were</source>
        <translation>Alle rijen, kolommen zoals ze waren</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Andere naam</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Open with it</source>
        <translation>Hiermee openen</translation>
    </message>
    <message>
        <source>name for what you see now</source>
        <translation>naam voor wat u nu ziet</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Naam van de weergave</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
</context>
<context>
    <name>Zone</name>
    <message>
        <source>Recent themes</source>
        <translation>Recente thema’s</translation>
    </message>
    <message>
        <source>no theme</source>
        <translation>geen thema</translation>
    </message>
    <message>
        <source>no speaker</source>
        <translation>geen spreker</translation>
    </message>
    <message>
        <source>Table %1</source>
        <extracomment>The table people sit at in a workshop: Table 2.</extracomment>
        <translation>Tafel %1</translation>
    </message>
    <message>
        <source>no table</source>
        <translation>geen tafel</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>thema</translation>
    </message>
    <message>
        <source>submitter</source>
        <translation>indiener</translation>
    </message>
    <message>
        <source>action who before 12-05</source>
        <translation>actie wie vóór 12-05</translation>
    </message>
    <message>
        <source>question</source>
        <translation>vraag</translation>
    </message>
    <message>
        <source>quote&quot;</source>
        <translation>citaat&quot;</translation>
    </message>
    <message>
        <source>stance</source>
        <translation>houding</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>citaat</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>actie</translation>
    </message>
    <message>
        <source>before %1</source>
        <extracomment>The due date of an action, in the row that says what was understood.</extracomment>
        <translation>vóór %1</translation>
    </message>
    <message>
        <source>new theme %1</source>
        <translation>nieuw thema %1</translation>
    </message>
    <message>
        <source>new participant %1</source>
        <translation>nieuwe deelnemer %1</translation>
    </message>
    <message>
        <source>%1 is not known: stays in the words</source>
        <translation>%1 is niet bekend: blijft in de tekst</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Blijft staan</translation>
    </message>
    <message>
        <source>This line</source>
        <translation>Deze regel</translation>
    </message>
</context>
<context>
    <name>_Contact</name>
    <message>
        <source>Remove contact</source>
        <translation>Contact weghalen</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Voorgoed wissen…</translation>
    </message>
</context>
<context>
    <name>_LikeRow</name>
    <message>
        <source>Add</source>
        <translation>Voeg toe</translation>
    </message>
    <message>
        <source>because of %1</source>
        <translation>vanwege %1</translation>
    </message>
</context>
<context>
    <name>_Lines</name>
    <message numerus="yes">
        <source>all %n session(s)</source>
        <translation>
            <numerusform>alle %n sessie</numerusform>
            <numerusform>alle %n sessies</numerusform>
        </translation>
    </message>
    <message>
        <source>still to hear</source>
        <translation>nog te horen</translation>
    </message>
    <message>
        <source>no day yet</source>
        <translation>nog geen dag</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>gepland</translation>
    </message>
    <message>
        <source>outside the phases</source>
        <translation>buiten de fasen</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>niet gehoord</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n sessie</numerusform>
            <numerusform>%n sessies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n inbreng</numerusform>
            <numerusform>%n inbrengen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without fate</source>
        <translation>
            <numerusform>%n zonder lot</numerusform>
            <numerusform>%n zonder lot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n dag te laat</numerusform>
            <numerusform>%n dagen te laat</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_RecentDelegate</name>
    <message>
        <source>file not found</source>
        <translation>bestand niet gevonden</translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n inbreng</numerusform>
            <numerusform>%n inbreng</numerusform>
        </translation>
    </message>
    <message>
        <source>all weighed</source>
        <translation>alles beoordeeld</translation>
    </message>
    <message numerus="yes">
        <source>%n not weighed yet</source>
        <translation>
            <numerusform>%n nog te beoordelen</numerusform>
            <numerusform>%n nog te beoordelen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Side</name>
    <message>
        <source>Keep this one</source>
        <translation>Deze houden</translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation>Deze nemen</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leeg)</translation>
    </message>
</context>
<context>
    <name>_Versions</name>
    <message>
        <source>stands now</source>
        <translation>geldt nu</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versie %1</translation>
    </message>
</context>
</TS>
