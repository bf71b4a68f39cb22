#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "schema/text.hpp"

namespace broadsheet::text {
namespace {

struct StopList {
  std::string_view language;
  std::string_view words;  // Folded, parted by spaces.
};

// Both written forms of it.
constexpr std::string_view norwegian =
    "alle at av bare ble bli blir da de dei dem den denne der deres det dette din disse du eg "
    "ei eit eller en enn er et etter for fra ha hadde han hans har henne hennes her ho hun hva "
    "hvem hvis hvor i ikke ikkje ingen inn jeg kan kunne kva man mange med meg men mer min mot "
    "na nar ned noe noen og ogsa om opp oss over pa sa seg selv sin sine skal skulle slik som "
    "til ut uten vaere vaert var ved vere vi vil ville";

// Articles, pronouns, prepositions, conjunctions, auxiliaries: our own lists.  What a list holds is
// part of the index format, for acronym_of() asks them.
constexpr std::array<StopList, 18> stop_lists = {{
    {"en",
     "a about above after again against all also am an and any are as at be because been before "
     "being below between both but by can could did do does doing down during each few for from "
     "further had has have having he her here hers herself him himself his how i if in into is it "
     "its itself just me more most my myself no nor not now of off on once only or other our ours "
     "ourselves out over own same she should so some such than that the their theirs them "
     "themselves then there these they this those through to too under until up us very was we "
     "were what when where which while who whom why will with would you your yours yourself "
     "yourselves"},
    {"de",
     "aber als am an auch auf aus bei bin bis bist da damit dann das dass dein dem den der des "
     "dich die dies diese diesem diesen dieser dieses dir doch du durch ein eine einem einen einer "
     "eines er es euch fur hat hatte hatten ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ist "
     "ja jede jedem jeden jeder jedes kann kein keine keinem keinen man mein mich mir mit nach "
     "nicht noch nur ob oder ohne sein seine seinem seinen seiner sich sie sind so uber um und uns "
     "unser unter vom von vor wahrend war waren was weil wenn wer werden wie wir wird wurde wurden "
     "zu zum zur"},
    {"fr",
     "a ai ainsi alors as au aucun aussi autre aux avait avant avec avoir c car ce cela ces cet "
     "cette ceux chez comme d dans de depuis des donc dont du elle elles en encore entre est et "
     "etait etaient ete etre eu eux fait font il ils j je l la le les leur leurs lors lui m ma "
     "mais me meme mes moi mon n ne ni nos notre nous on ont ou par pas peu plus pour qu quand que "
     "quel quelle qui s sa sans se sera ses si son sont sous sur t ta te tes toi ton tous tout "
     "toute toutes tres tu un une vers vos votre vous y"},
    {"es",
     "a al algo alguna alguno algunos ante antes aqui asi aun aunque cada como con contra cual "
     "cuando de del desde donde dos e el ella ellas ellos en entre era eran es esa ese eso esta "
     "estaba estan este esto estos fue fueron ha habia han hasta hay la las le les lo los mas me "
     "mi mientras muy nada ni no nos o os otra otro otros para pero poco por porque pues que "
     "quien se sea ser si sido sin sobre solo son su sus tambien tan te tiene todo todos tras tu "
     "un una uno unos y ya yo"},
    {"it",
     "a ad agli ai al all alla alle allo anche c che chi ci coi col come con contro cui d da dagli "
     "dai dal dall dalla dalle de degli dei del dell della delle dello di dopo dove e ed era erano "
     "essere fra fu gli ha hanno ho i il in io l la le lei li lo loro lui ma me mi mio ne negli "
     "nei nel nell nella nelle no noi non nostro o per perche piu poi puo qual quale quando quella "
     "quello questa queste questi questo se sei senza si sia sono stata stato su sua sue sugli sui "
     "sul sulla suo tra tu tutti tutto un una uno vi voi"},
    {"pt",
     "a ainda ao aos as ate com como da das de dela dele delas deles depois do dos e ela elas ele "
     "eles em entre era eram essa esse esta estao estas este estes eu foi foram ha isso isto ja la "
     "lhe mais mas me mesmo meu minha muito na nao nas nem no nos nossa nosso num numa o os ou "
     "para pela pelas pelo pelos por qual quando que quem se seja sem ser seu seus so sobre sua "
     "suas tambem te tem tinha todo todos tu um uma umas uns voce"},
    {"nl",
     "aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus "
     "een en er ge geen geweest haar had heb hebben heeft hem het hier hij hoe hun ik in is ja je "
     "kan kon maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons "
     "ook op over reeds te tegen toch toen tot u uit uw van veel voor want waren was wat werd "
     "wezen wie wij wil worden wordt zal ze zelf zich zij zijn zo zonder zou"},
    {"ru",
     "а без бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для "
     "до его ее еи если есть еще же за и из или им их к как какои когда кто ли мне мои мы на "
     "над нам нас не него нее неи нет ни них но ну о об он она они оно от по под при про с сам "
     "себе себя со так также там те тем то того тоже тои только том ты у уже чего чем что чтобы "
     "эта эти это этого этои этом этот я"},
    {"sv",
     "alla allt an ar at att av blev bli da dar de dem den denna deras dess det detta dig din "
     "dina dock du efter ej eller en er ett for fran ha hade han hans har hennes hon honom hur "
     "i icke ingen inom inte jag kan kunde man med mellan men mig min mot mycket nagon nagot "
     "nagra nar nu och om oss over pa sa sadan sig sin sina ska skulle som till under upp ut "
     "utan vad var vara vi vid vilka vilken"},
    {"da",
     "af alle alt at blev blive bliver da de dem den denne der deres det dette dig din disse "
     "dog du efter eller en end er et for fra ham han hans har havde hende hendes her hun hvad "
     "hvem hvis hvor i ikke ind jeg jer kan kunne man mange med meget men mig min mod nar ned "
     "noget nogle nu og ogsa om op os over pa sadan selv sig sin sine skal skulle som til ud "
     "under vaere vaeret var ved vi vil ville vor"},
    {"no", norwegian},
    {"nb", norwegian},
    {"nn", norwegian},
    {"fi",
     "ehka ei eivat eli en ennen etta han hanen he heidan ja jo joita joka jonka jos jossa "
     "josta jota jotka kaikki kanssa kuin kuitenkin kun me mika mina minka minua mita mitka "
     "mukaan mutta myos nain ne niiden niin niita noin nyt ole oli olisi olivat olla ollut on "
     "ovat se sen siella siihen siina siita sina sita taas tahan tai tama taman tassa tasta te "
     "tuo vaan vai vaikka vain viela voi yli"},
    {"pl",
     "a aby albo ale ani az bez bo by byc byl byla byli bylo byly co czy dla do gdy gdzie go i "
     "ich ile im ja jak jaki jako je jednak jego jej jest jeszcze juz kiedy kto ktora ktore "
     "ktorego ktorej ktory ktorych ktorzy lub ma maja mi mnie moze mu my na nad nam nas nawet "
     "nich nie nim o od on ona one oni oraz po pod poza przed przez przy sa sie skad tak takze "
     "tam te tego tej ten to tu tych tylko tym w we wiec wy z za zas ze zeby"},
    {"tr",
     "acaba ama ancak artik aslinda az bana bazi belki ben beni benim bir bircok biri biz bize "
     "bizim bu buna bunda bundan bunu bunun cok cunku da daha de degil diye eger en gibi gore "
     "hem henuz hep her hic icin ile ise iste kadar karsi kendi ki kim mi mu nasil ne neden "
     "nerede o olan olarak oldu oldugunu olmak olsa ona ondan onlar onu onun sadece sen siz "
     "sonra su ve veya ya yani yine"},
    {"ar",
     "اذا التي الذي الذين الى اليه اليها ان انه انها او اي ايضا بعد به بها بين تلك ثم حتى حول "
     "حيث خلال دون ذلك على عليه عليها عن عند غير في فيه فيها قبل قد كان كانت كل كما لا لكن لم "
     "لن له لها ما مع من منذ منه منها نحو هذا هذه هم هنا هناك هو هي وان وعلى وفي وقد وكان ولا "
     "ومن وهو وهي يكون"},
    {"id",
     "ada adalah agar akan aku anda antara apa atau bagi bahwa banyak beberapa belum bisa dalam "
     "dan dapat dari dengan di dia hanya harus hingga ia ini itu jika juga kami kamu karena ke "
     "kepada kita lagi lain lebih maka masih mereka namun oleh pada para saat saja sangat saya "
     "sebagai sebuah secara sedang sehingga sejak selama seperti serta suatu sudah tanpa telah "
     "tentang terhadap tersebut tetapi tidak untuk yaitu yang"},
}};

std::unordered_set<std::string_view> split(std::string_view words) {
  std::unordered_set<std::string_view> set;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    set.insert(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return set;
}

}  // namespace

bool is_stop_word(std::string_view language, std::string_view folded_word) {
  static const auto sets = [] {
    std::array<std::unordered_set<std::string_view>, stop_lists.size()> made;
    std::transform(stop_lists.begin(), stop_lists.end(), made.begin(),
                   [](const StopList& list) { return split(list.words); });
    return made;
  }();
  for (std::size_t i = 0; i < stop_lists.size(); ++i) {
    if (stop_lists[i].language == language) return sets[i].contains(folded_word);
  }
  return false;
}

bool is_stop_word_anywhere(std::string_view folded_word) {
  static const auto all = [] {
    std::unordered_set<std::string_view> made;
    for (const StopList& list : stop_lists) made.merge(split(list.words));
    return made;
  }();
  return all.contains(folded_word);
}

}  // namespace broadsheet::text
