// Words by which bylines are read.  Folded (schema/text.hpp), parted by spaces, for sets made once.
#pragma once

#include <array>
#include <string_view>

namespace broadsheet::indexer {

// clang-format off

// Of desks, agencies, outlets, firms and page controls: no name of a person has one.
inline constexpr std::string_view desk_words =
    "about abteilung arts clinic club email publishers quelle quellen security source sources tests written admin administrator advertorial afp ag agence agencia agencias agencies "
    "agency agentschap agentur agenturen agenzia ajans ajansi allgemeine anonymous ansa anzeiger "
    "apa article articles artikel associated association ausgabe auteur author authors autor "
    "autore autoren autores autorin belga bio biography blog blogger bloomberg board broadcasting "
    "bulletin bureau channel chronicle collective columnist com comite comment comments committee "
    "community company consulting contact contenido content contribution contributor contributors "
    "cookie correspondent correspondents council credit ctk daily department dept desk diario "
    "digital dpa ecrit editor editora editorial editorialist editorials editors efe epd equipe "
    "equipo espn ev exchange factory firma follow followers foto fotos foundation fr freelance "
    "gazeta gazette gesellschaft getty gmbh group guest guestauthor guide haber haberler headlines "
    "help herald homepage http https ians illustration image images inc info institut institute "
    "interfax interview jornal journal kantor kathpress keystone kg kna kommentar kommentare "
    "kommentieren kommission kurier last latest latestnews leaflet letters limited live llc login "
    "lokalredaktion ltd lusa magazin magazine mailonline media mehr merkezi ministerium ministry "
    "minute minutes more morgenpost network news newsdesk newsletter newspaper newspapers newsroom "
    "newsteam newswire nieuws noticias ntb null office onbekend online org osterreich owner pap "
    "partner photo photos picture pictures podcast portal posts prensa press presse presseportal "
    "pressestelle producer promotion ptc pti published publisher publishing radio readers redacao "
    "redaccion redactie redaction redakce redakcia redakcja redaktion redaktionen redaktor redatto "
    "redazione report reporter reporters ressort reuters ritzau rss rundschau sales sda service "
    "services share shareable shutterstock sponsor sponsored sponsorisee sport sports staff "
    "stiftung store stt studio subscribe support szerkeszto tageblatt tass team telegraph "
    "television times today toimitus tribune tt tv uk undefined uber universitat university unknown "
    "updated updates upi usa user verband verein verlag video videos view volontar web webmaster "
    "webmestre website webteam weekly wire wires writer writers www xinhua zeitung "
    "агентства агентство корреспондент новости редакция редакція اخبار أخبار التحرير تحرير وكالات "
    "وكالة חדשות כתב מערכת συντακτικη";

// With which a job or another note on the person begins: a name ends before them.
inline constexpr std::string_view job_words =
    "analyst anchor assistant associate attorney autor autorin bbc business ceo cfo chefredakteur "
    "chefredakteurin chefredaktor chief co-founder cofounder columnist columnista contributing "
    "contributor coo correspondent crime critic cto culture deputy diplomatic director economics "
    "editor education enviada enviado environment envoye envoyee especial executive expert experte "
    "experts foreign former fotograf fotografin founder freelance giornalista grand head health "
    "host illustration illustrator investigation investigations investigative inviato jornalista "
    "journalist journaliste junior kolumnist kolumnistin korrespondent korrespondentin lawyer lead "
    "managing national opinion opinions periodista photographer photographie photography political "
    "politics politikredakteur presenter president principal producer professor redacteur redactor "
    "redactora redactrice redakteur redakteurin redaktorin reporter reportera reporting "
    "ressortleiter reviewed science senior social special specialist staff stagiaire "
    "technology text transport trial updated vice volontarin writer";

// Agencies whose name stands behind the person's without any mark: "Jane Doe Reuters".
inline constexpr std::string_view agency_words =
    "afp ansa ap apa associated belga bloomberg dpa efe keystone ntb pap reuters ritzau tass upi xinhua";

// Accounts that everything is filed under: they say nothing of who wrote.
inline constexpr std::string_view nobody_words =
    "admin adminn administrator anonym anonymous author autor default editor guest gast n null none "
    "onbekend owner publisher root test undefined unknown user webmaster website wordpress wp";

inline constexpr std::string_view month_and_day_words =
    "january february july september october november december januar "
    "februar marz oktober dezember janvier fevrier avril juillet aout "
    "septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto "
    "septiembre octubre noviembre diciembre monday tuesday wednesday thursday friday saturday sunday "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi "
    "samedi dimanche lunes martes miercoles jueves viernes sabado domingo";

// With which a byline begins, longer ones first; a space or a colon follows.  In lower case; those
// of other letters than ASCII's as written.
inline constexpr auto byline_openings = std::to_array<std::string_view>({
    "written by", "reported by", "reporting by", "report by", "story by", "posted by",
    "published by", "words by", "compiled by", "edited by", "analysis by", "opinion by",
    "article by", "text by", "interview by", "review by", "contributed by", "submitted by", "by",
    "blog beitrag von", "ein beitrag von", "gastbeitrag von", "beitrag von", "artikel von",
    "text von", "eingestellt von", "geschrieben von", "verfasst von", "erstellt von",
    "interview von", "von", "propos recueillis par", "texte par", "publié par", "écrit par",
    "Écrit par", "Publié par", "rédigé par", "Rédigé par", "posté par", "par", "escrito por",
    "publicado por", "texto de", "por", "scritto da", "pubblicato da", "a cura di", "articolo di",
    "testo di", "di", "geschreven door", "door", "skrevet av", "skrevet af", "skriven av",
    "tekst av", "tekst af", "text av", "av", "af", "autoren", "autorin", "autores", "autor/a",
    "autora", "autor", "authors", "author(s)", "author", "auteurs", "auteur", "autori", "autore",
    "contributors", "contributor", "texte", "texto", "testo", "tekst", "text", "автор", "Автор",
    "авторы", "Авторы", "текст", "Текст", "oleh", "penulis", "kirjoittaja", "yazan", "yazar",
    "haber", "συντάκτης", "Συντάκτης", "Του", "Της", "نویسنده", "Szerző", "szerző"});

// The same, with nothing between them and the name.
inline constexpr auto joined_openings = std::to_array<std::string_view>({
    "本报记者", "记者", "記者", "作者", "文/", "文／", "文｜", "文|", "文：", "文:", "文●", "撰文", "執筆", "取材", "編集",
    "编辑", "责任编辑", "責任編輯", "글", "كتب", "מאת"});

// clang-format on

}  // namespace broadsheet::indexer
