// Words that tell persons from everything else that is written with capitals.
//
// Lower case, parted by spaces.  Only recogniser.cpp reads them.
#pragma once

#include <string_view>

namespace broadsheet::indexer::people {

// clang-format off

// Stand before a name and are no part of it.  A name after one is believed.
inline constexpr std::string_view titles =
    "mr mrs ms miss mx dr sir dame lord lady prof professor president vice prime minister premier "
    "chancellor sen senator rep representative congressman congresswoman gov governor gen general lt "
    "lieutenant col colonel maj major capt captain cmdr commander sgt sergeant adm admiral judge justice "
    "king queen prince princess emperor sultan emir pope sheikh sheikha sheik ayatollah rev reverend father "
    "cardinal bishop archbishop rabbi imam mullah mayor secretary ambassador envoy chairman chairwoman "
    "chair chairperson ceo cfo coo cto director manager coach captain attorney spokesman spokeswoman "
    "spokesperson detective inspector superintendent officer constable marshal speaker councillor "
    "councilman councilwoman councilor deputy former ex acting interim leader founder co-founder actor "
    "actress singer author writer director producer analyst economist strategist economist professor midfielder "
    "striker goalkeeper defender forward winger quarterback pitcher guard driver commissioner treasurer "
    "herr frau monsieur madame señor señora signor signora don doña kanzler kanzlerin präsident präsidentin "
    "minister ministerin bundeskanzler bundeskanzlerin président ministre presidente ministro ministra mp mla "
    "mep pm lawmaker democrat republican journalist correspondent reporter historian scientist researcher";

// Titles weak in themselves: jobs, and words that firms and bodies bear too.
inline constexpr std::string_view weak_titles =
    "prime vice minister secretary director manager officer deputy former acting interim leader founder "
    "co-founder analyst economist strategist forward guard driver chair general major captain speaker "
    "commissioner coach actor actress singer author writer producer midfielder striker goalkeeper defender "
    "winger quarterback pitcher attorney treasurer ceo cfo coo cto pm mp lawmaker democrat republican "
    "journalist correspondent reporter historian scientist researcher don father king queen prince princess "
    "justice judge mayor governor lady lord marshal commander guard ex chancellor premier ministre ministro "
    "ministra presidente président minister ambassador envoy professor president senator governor pope "
    "spokesman spokeswoman spokesperson detective inspector";

// No name of a person has one: bodies, firms, places, events, things.
inline constexpr std::string_view thing_words =
    "inc corp corporation co company companies ltd llc plc gmbh ag sa group holdings partners capital bank "
    "banks banking securities investments insurance fund funds trust university college school academy "
    "institute institution hospital clinic church cathedral mosque temple museum gallery library theatre "
    "theater hall house tower towers building square street road avenue lane boulevard drive highway "
    "bridge airport station port harbour harbor park gardens garden stadium arena centre center court "
    "courts hotel resort mall market markets street ministry department office agency bureau authority "
    "administration government parliament congress senate assembly council commission committee board "
    "association union federation league club fc afc cf united city town county district province state "
    "states republic kingdom nation nations island islands isle coast beach bay gulf sea ocean river lake mount "
    "mountain mountains valley desert forest north south east west northern southern eastern western "
    "central upper lower army navy force forces corps guard guards police command brigade regiment team "
    "party movement front alliance coalition campaign foundation society organization organisation project "
    "program programme initiative plan act bill law amendment treaty agreement accord convention protocol "
    "award awards prize medal cup trophy open championship championships tournament games olympics series "
    "tour festival show day days week month year times post journal herald tribune gazette telegraph guardian "
    "news newspaper magazine press radio television tv network channel media studios pictures films records "
    "music airlines airways air motors motor energy oil gas petroleum steel foods pharmaceuticals technologies "
    "technology systems solutions software services industries international global national federal royal "
    "american british european russian chinese indian new old great big hurricane storm typhoon operation "
    "war battle treaty summit conference forum expo session monday tuesday wednesday thursday friday saturday "
    "sunday january february april june july september october november december christmas easter ramadan "
    "street stock exchange index reserve treasury wall white house black lives matter covid internet google "
    "facebook twitter youtube amazon microsoft apple reuters bloomberg brexit nato un eu us uk usa covid-19 "
    "constitution revolution declaration hall dam canal line railway railways rail bus metro ferry fire "
    "cross hospital medical health healthcare care science sciences studies research laboratory laboratories "
    "zone region area village camp prison jail cemetery zoo farm farms mill mills works plant vineyard "
    "dhabi coca cola empire san santa saint st los las fort cape port lake hotel villa plaza casa el la le les il real inter "
    "democrats republicans labour tories conservatives liberals greens senate championship grand prix";

// Often the first word of a sentence, or of a title, before a name.
inline constexpr std::string_view opening_words =
    "the a an in on at by for from with to of and but or nor so yet as if when while after before since until "
    "although though because despite during under over into upon about against among between through "
    "without within however meanwhile moreover furthermore also then thus therefore still even now here "
    "there where what who why how which that this these those he she it they we you i his her its their our "
    "your my mine both each every some any all most many few several other another such no not only just "
    "like unlike according earlier later last next first second third one two three today yesterday tomorrow "
    "asked speaking writing said says told photo image video watch read see did does do is are was were "
    "has have had will would can could should may might must let following instead again once perhaps "
    "indeed later recently finally fellow dear congratulations thanks thank british american russian "
    "french german chinese japanese indian israeli iranian iraqi turkish ukrainian italian spanish "
    "brazilian mexican canadian australian european african asian english irish scottish welsh dutch "
    "polish greek swedish norwegian danish finnish swiss austrian belgian portuguese egyptian saudi "
    "syrian afghan pakistani korean vietnamese filipino indonesian malaysian thai nigerian kenyan "
    "ethiopian somali sudanese cuban argentine colombian venezuelan chilean peruvian hungarian czech "
    "romanian bulgarian serbian croatian palestinian lebanese jordanian yemeni catholic muslim jewish "
    "christian us u.s uk britain's america's russia's china's";

// Given names that are as often something else: believed only with more evidence.
inline constexpr std::string_view ambiguous_given_names =
    "paris sydney jordan israel georgia virginia carolina florence victoria chelsea lincoln madison austin "
    "jackson charlotte savannah sofia valencia alexandria kingston hamilton wellington melbourne adelaide "
    "perth regina trinidad cordoba christian will may june april august grant faith hope joy grace rose "
    "summer autumn winter dean case chase drew dawn sandy sunny merry noble amen mercy charity destiny love "
    "honor ford mercedes angel mason hunter major early young long real art page bond price cash chance "
    "china india santiago salvador lourdes delta alpha omega echo nova iris olive pearl ruby amber crystal "
    "jade coral star princess prince king duke earl royal baron legend maverick ace blaze rocky stone wolf "
    "bear fox marine marina ocean rio bahia sierra savanna milan vienna verona roma asia africa london "
    "berlin cairo dallas houston denver boston phoenix orlando memphis nazareth bethlehem zion canaan "
    "genesis trinity messiah justice liberty independence revel story reading";

inline constexpr std::string_view particles =
    "de da do dos das di del della van von der den la le el al bin ibn ben abu bint du des ter ten te zu";

// clang-format on

}  // namespace broadsheet::indexer::people
