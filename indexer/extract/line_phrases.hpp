// The phrases by which lines around a story are known, in the languages of the news.
//
// Lower case, straight apostrophes.  Only line_rules.cpp reads them.
#pragma once

#include <string_view>

namespace broadsheet::indexer::phrases {

// clang-format off
// One reference to another story.
constexpr std::string_view also_read_alone[] = {
    "read the full story", "read full article"};
constexpr std::string_view also_read_opens[] = {
    "also read", "read also", "also on", "read more", "read next", "continue reading",
    "keep reading", "see also", "see more", "also see", "watch", "watch also", "listen",
    "related", "related article", "related story", "related news", "more", "don't miss",
    "must read", "in case you missed it", "recommended", "go deeper", "explained",
    "lesen sie auch", "lesen sie mehr", "lesen sie dazu auch", "lesen sie dazu",
    "auch interessant", "auch lesenswert", "das könnte sie auch interessieren", "mehr dazu",
    "mehr lesen", "mehr", "weiterlesen", "siehe auch", "lire aussi", "à lire aussi",
    "a lire aussi", "à lire également", "à lire", "lire la suite", "lire également", "voir aussi",
    "à voir aussi", "en savoir plus", "lea también", "lea aquí", "le puede interesar",
    "te puede interesar", "puede interesarle", "lee también", "lee más", "leer más", "ver más",
    "vea también", "ver también", "mira también", "mirá también", "más información",
    "leggi anche", "leggi tutto", "continua a leggere", "approfondisci", "guarda anche",
    "leia também", "leia mais", "veja também", "saiba mais", "ler mais", "lees ook", "lees meer",
    "lees verder", "bekijk ook", "zie ook", "läs också", "läs även", "läs mer", "les også",
    "les mer", "læs også", "læs mere", "lue myös", "lue lisää", "czytaj też", "czytaj także",
    "czytaj więcej", "czytaj również", "zobacz także", "zobacz też", "zobacz również",
    "przeczytaj także", "čtěte také", "čtěte více", "přečtěte si", "mohlo by vás zajímat",
    "čítajte aj", "olvassa el", "kapcsolódó", "citește și", "citeşte şi", "vezi și",
    "ayrıca bakınız", "ilgili haber", "читайте также", "читайте ещё", "читать далее", "подробнее",
    "смотрите также", "по теме", "читайте також", "дивіться також", "διαβάστε επίσης",
    "διαβάστε ακόμη", "διαβάστε περισσότερα", "baca juga", "baca selengkapnya", "simak juga",
    "xem thêm", "đọc thêm", "اقرأ أيضا", "اقرأ أيضًا", "إقرأ أيضا", "اقرأ المزيد", "شاهد أيضا",
    "بیشتر بخوانید", "קראו גם", "あわせて読みたい", "関連記事", "関連ニュース", "続きを読む", "相关阅读", "相关新闻", "延伸阅读",
    "延伸閱讀", "相關新聞", "관련기사", "관련 기사"};
constexpr std::string_view also_read_begins[] = {
    "read more about", "read the full", "lesen sie hier"};

// The heading of a list of other stories.
constexpr std::string_view related_alone[] = {
    "related articles", "related stories", "related posts", "related content", "related topics",
    "related coverage", "related reading", "related links", "related videos",
    "related internet links", "recommended stories", "recommended for you",
    "recommended articles", "recommended reading", "recommended videos", "suggested articles",
    "editor's picks", "editors' picks", "editor's choice", "you may have missed",
    "more on this story", "more on this topic", "more like this", "more to explore",
    "more to read", "more for you", "more headlines", "more top stories", "popular stories",
    "popular articles", "popular posts", "popular now", "popular", "trending", "trending now",
    "trending stories", "top stories", "latest news", "latest stories", "latest articles",
    "latest headlines", "recent stories", "recent posts", "recent articles", "other news",
    "in other news", "up next", "read next", "what to read next", "what others are reading",
    "people also read", "others also read", "from around the web", "around the web",
    "from our partners", "from the web", "promoted stories", "sponsored stories",
    "sponsored links", "paid content", "partner content", "explore more", "keep exploring",
    "topics in this article", "about the authors", "more from this author", "more by this author",
    "mehr artikel", "zum thema", "themen", "auch interessant", "ähnliche artikel",
    "weitere themen", "meistgelesene artikel", "meistkommentiert", "empfehlungen der redaktion",
    "empfohlene artikel", "aktuelle nachrichten", "neueste artikel", "verwandte artikel",
    "verwandte themen", "zur person", "sur le même thème", "dans la même rubrique", "le plus lu",
    "à lire aussi", "à lire également", "à découvrir", "à la une", "articles liés",
    "articles similaires", "articles recommandés", "nos derniers articles", "derniers articles",
    "vous aimerez aussi", "contenus sponsorisés", "lo más nuevo", "lo más reciente",
    "más información", "noticias relacionadas", "artículos relacionados", "notas relacionadas",
    "temas relacionados", "contenido relacionado", "últimas noticias", "te puede interesar",
    "te recomendamos", "recomendados", "también te puede interesar", "notícias relacionadas",
    "artigos relacionados", "veja também", "leia também", "últimas notícias",
    "tópicos relacionados", "articoli correlati", "ultime notizie", "leggi anche",
    "gerelateerde artikelen", "lees ook", "aanbevolen", "relaterade artiklar",
    "relaterte artikler", "senaste nytt", "siste nytt", "seneste nyt", "katetuimmat", "najnowsze",
    "powiązane artykuły", "polecane", "polecamy", "zobacz także", "czytaj także",
    "související články", "legfrissebb", "kapcsolódó cikkek", "articole similare",
    "çok okunanlar", "en çok okunanlar", "ilgili haberler", "son haberler", "самое популярное",
    "популярное", "главные новости", "последние новости", "новости по теме", "материалы по теме",
    "останні новини", "новини за темою", "σχετικά άρθρα", "ροή ειδήσεων", "berita terkait",
    "artikel terkait", "tin liên quan", "tin cùng chuyên mục", "tin nổi bật", "مواضيع ذات صلة",
    "أخبار ذات صلة", "مقالات ذات صلة", "آخر الأخبار", "اخبار مرتبط", "ランキング", "おすすめ", "関連記事",
    "新着記事", "こちらもおすすめ", "相关推荐", "猜你喜欢", "相關文章"};
constexpr std::string_view related_begins[] = {
    "you may also like", "you might also like", "you may be interested in",
    "you might be interested in", "more stories", "most read", "most viewed", "most popular",
    "most shared", "most watched", "most commented", "other stories", "about the author",
    "mehr zum thema", "mehr aus", "mehr von", "weitere artikel", "weitere nachrichten",
    "weitere meldungen", "das könnte sie auch interessieren",
    "das könnte dich auch interessieren", "das könnte ihnen auch gefallen", "meistgelesen",
    "meist gelesen", "die meistgelesenen", "unsere empfehlungen", "über den autor",
    "sur le même sujet", "les plus lus", "les plus récents", "articles les plus lus",
    "plus d'articles", "lo más leído", "lo más visto", "más leídas", "más leídos",
    "las más leídas", "más noticias", "más sobre", "archivado en", "mais lidas", "as mais lidas",
    "mais notícias", "i più letti", "le più lette", "più letti", "articoli più letti",
    "potrebbe interessarti", "potrebbe interessarti anche", "ti potrebbe interessare",
    "meest gelezen", "meer over", "meer nieuws", "mest läst", "mest lästa", "mest lest",
    "mest læste", "luetuimmat", "suosittelemme", "najczęściej czytane", "najpopularniejsze",
    "nejčtenější", "související", "najčítanejšie", "súvisiace", "legolvasottabb",
    "cele mai citite", "самое читаемое", "другие новости", "найпопулярніше", "δημοφιλή",
    "berita terpopuler", "terpopuler", "berita lainnya", "đọc nhiều", "الأكثر قراءة",
    "پربازدیدترین", "הנקראות ביותר", "כתבות נוספות", "アクセスランキング", "人気記事", "おすすめ記事", "関連トピックス",
    "热门文章", "热点新闻", "推荐阅读", "熱門新聞", "추천뉴스", "많이 본 뉴스", "인기기사", "관련뉴스"};

// The story before or after this one.
constexpr std::string_view neighbours_alone[] = {
    "prev post", "post navigation", "continue to next article"};
constexpr std::string_view neighbours_opens[] = {
    "previous story", "next story", "previous article", "next article", "previous post",
    "next post", "next up", "vorheriger artikel", "nächster artikel", "vorheriger beitrag",
    "nächster beitrag", "article précédent", "article suivant", "artículo anterior",
    "artículo siguiente", "noticia anterior", "siguiente noticia", "próxima noticia",
    "articolo precedente", "prossimo articolo", "articolo successivo", "artigo anterior",
    "próximo artigo", "vorig artikel", "volgend artikel", "föregående artikel", "nästa artikel",
    "forrige artikkel", "neste artikkel", "forrige artikel", "næste artikel", "poprzedni artykuł",
    "następny artykuł", "předchozí článek", "další článek", "következő cikk", "önceki haber",
    "sonraki haber", "предыдущая статья", "следующая статья", "предыдущая новость",
    "следующая новость", "попередня новина", "наступна новина", "προηγούμενο άρθρο",
    "επόμενο άρθρο", "artikel sebelumnya", "artikel selanjutnya", "bài trước", "المقال السابق",
    "المقال التالي", "前の記事", "次の記事", "上一篇", "下一篇", "이전 기사", "다음 기사"};

// What readers think.
constexpr std::string_view comments_alone[] = {
    "comments", "comment", "no comments", "no comments yet", "comments policy",
    "comment guidelines", "commenting rules", "kommentare", "kommentieren", "leserkommentare",
    "commentaires", "commenter", "comentarios", "comentários", "commenti", "reacties", "reageer",
    "kommentarer", "kommentit", "komentarze", "komentáře", "komentare", "diskuse", "diskusia",
    "hozzászólások", "comentarii", "yorumlar", "комментарии", "коментарі", "σχόλια", "komentar",
    "bình luận", "التعليقات", "تعليقات", "نظرات", "תגובות", "コメント", "コメントを書く", "评论", "網友評論", "댓글"};
constexpr std::string_view comments_begins[] = {
    "leave a comment", "leave a reply", "post a comment", "add a comment", "add your comment",
    "write a comment", "view comments", "view all comments", "show comments", "read comments",
    "load comments", "comments are closed", "join the conversation", "join the discussion",
    "your email address will not be published", "kommentar schreiben", "kommentar verfassen",
    "schreiben sie einen kommentar", "schreibe einen kommentar", "kommentare anzeigen",
    "diskutieren sie mit", "laisser un commentaire", "lire les commentaires",
    "réagir à cet article", "deja un comentario", "deja una respuesta", "ver comentarios",
    "deixe um comentário", "deixe seu comentário", "lascia un commento", "plaats een reactie",
    "dodaj komentarz", "yorum yap", "оставить комментарий"};

// Buttons.
constexpr std::string_view share_alone[] = {
    "share article", "save this", "save article", "save for later", "bookmark", "print article",
    "listen to the story", "gift this article", "teilen", "auf facebook teilen", "merken",
    "drucken", "imprimer", "enregistrer", "compártelo", "guardar", "imprimir", "stampa", "delen",
    "deel", "dela", "del", "del artikel", "jaa", "jaa artikkeli", "paylaş", "chia sẻ", "مشاركة",
    "شارك", "שתפו", "シェアする", "ツイート", "印刷", "공유하기"};
constexpr std::string_view share_begins[] = {
    "like this: loading",
    "share this", "share on", "share via", "share with", "share your", "copy link", "link copied",
    "follow us", "follow us on", "find us on", "like us on", "print this",
    "listen to this article", "listen to article", "email this", "artikel teilen",
    "folgen sie uns", "artikel anhören", "partager", "suivez-nous", "écouter l'article",
    "compartir", "síguenos", "síganos", "condividi", "seguici", "compartilhar", "compartilhe",
    "partilhar", "siga-nos", "deel dit artikel", "dela artikeln", "udostępnij", "podziel się",
    "sdílet", "zdieľať", "megosztás", "distribuie", "поделиться", "поділитися", "подписывайтесь",
    "μοιράσου", "κοινοποίηση", "bagikan", "اشتراک گذاری", "シェア", "分享", "分享到", "공유"};

// Pitches for newsletters, subscriptions, accounts, apps.
constexpr std::string_view subscription_alone[] = {
    "subscribe", "sign up", "sign in", "log in", "login", "register", "sign me up",
    "zum angebot", "zum abo", "jetzt kostenlos anmelden", "je m'inscris", "s'inscrire", "s'abonner",
    "je m'abonne", "me inscribo", "suscribirme", "inscreva-se", "iscriviti ora", "aanmelden", "your email address",
    "email address", "newsletter", "newsletters", "donate", "donate now", "abonnieren",
    "anmelden", "jetzt testen", "se connecter", "suscribirse", "iniciar sesión", "accedi",
    "nyhetsbrev", "tilaa", "zaloguj się", "přihlásit se", "předplatné", "abone ol", "войти",
    "đăng ký", "ログイン", "订阅", "訂閱", "구독하기"};
constexpr std::string_view subscription_begins[] = {
    "subscribe now", "subscribe to", "subscribe today", "subscribe for", "sign up for",
    "sign up to", "sign up now", "sign up here", "register now", "create an account",
    "create a free account", "already a subscriber", "already have an account",
    "not a subscriber", "become a member", "become a subscriber", "enter your email",
    "get the latest", "get our", "get breaking news", "download the app", "by signing up",
    "by subscribing", "by submitting", "by providing your email", "newsletter abonnieren",
    "jetzt abonnieren", "abonnieren sie", "jetzt anmelden", "jetzt registrieren",
    "kostenlos registrieren", "sie haben bereits ein abo", "weiterlesen mit", "s'abonner",
    "abonnez-vous", "je m'abonne", "inscrivez-vous", "déjà abonné", "suscríbete", "suscríbase",
    "regístrate", "recibe las noticias", "iscriviti", "abbonati", "assine", "inscreva-se",
    "cadastre-se", "meld je aan", "schrijf je in", "prenumerera", "abonner på",
    "tilaa uutiskirje", "zapisz się", "zarejestruj się", "iratkozzon fel", "feliratkozás",
    "abonează-te", "подписаться", "подпишитесь", "підписатися", "підписуйтесь", "εγγραφείτε",
    "berlangganan", "اشترك", "اشترك في", "会員登録", "メルマガ", "구독"};
constexpr std::string_view subscription_within[] = {
    "support our journalism", "support independent journalism", "get unlimited access",
    "join our newsletter", "join our whatsapp", "join our telegram", "our free newsletter",
    "our daily newsletter", "our weekly newsletter", "sign up for our newsletter",
    "subscribe to our newsletter", "subscribe to our youtube", "delivered to your inbox",
    "straight to your inbox", "to your inbox", "in your inbox", "download our app",
    "to continue reading", "continue reading for free", "this article is for subscribers",
    "you can unsubscribe", "unsubscribe at any time", "thank you for subscribing",
    "thanks for signing up", "unseren newsletter", "unserem newsletter", "newsletter anmelden",
    "notre newsletter", "réservé aux abonnés", "nuestro boletín", "nuestra newsletter",
    "alla newsletter", "la nostra newsletter", "nossa newsletter", "onze nieuwsbrief",
    "vårt nyhetsbrev", "bültenimize", "この記事は有料会員限定", "有料会員限定"};

// Advertisements, and how stories go on around them.
constexpr std::string_view advertisement_alone[] = {
    "advertisements", "advertising", "advertisement - scroll to continue", "ad", "ads",
    "ad feedback", "sponsored", "sponsored content", "promoted", "supported by",
    "skip advertisement", "skip ad", "remove ads", "report this ad", "anzeige", "werbung",
    "nach der werbung weiterlesen", "publicité", "publicidad", "publicidade", "pubblicità",
    "annuncio pubblicitario", "advertentie", "annons", "annonse", "annonce", "mainos", "reklama",
    "artykuł sponsorowany", "inzerce", "hirdetés", "publicitate", "reklam", "реклама",
    "διαφήμιση", "iklan", "advertisement scroll to continue with content",
    "scroll to continue with content", "quảng cáo", "إعلان", "آگهی", "פרסומת", "広告", "スポンサーリンク",
    "广告", "廣告", "광고"};
constexpr std::string_view advertisement_begins[] = {
    "advertisement", "scroll to continue", "this advertisement has not loaded yet",
    "la suite après la publicité", "la suite après cette publicité", "continua após a publicidade"};
constexpr std::string_view advertisement_within[] = {
    "article continues after", "article continues below", "story continues below",
    "story continues after", "continue reading the main story"};

// Footers.
constexpr std::string_view copyright_alone[] = {
    "terms of use", "terms of service", "privacy policy", "terms and conditions", "impressum",
    "datenschutz", "mentions légales", "aviso legal"};
constexpr std::string_view copyright_within[] = {
    "all rights reserved", "may not be published, broadcast", "may not be reproduced",
    "not be reproduced or", "no part of this publication", "reproduction without permission",
    "republished with permission", "copyright ©", "© copyright", "copyright 20", "copyright 19",
    "alle rechte vorbehalten", "tous droits réservés", "droits de reproduction",
    "todos los derechos reservados", "prohibida su reproducción", "prohibida la reproducción",
    "tutti i diritti riservati", "riproduzione riservata", "todos os direitos reservados",
    "alle rechten voorbehouden", "med ensamrätt", "kaikki oikeudet pidätetään",
    "wszelkie prawa zastrzeżone", "wszystkie prawa zastrzeżone", "všechna práva vyhrazena",
    "všetky práva vyhradené", "minden jog fenntartva", "toate drepturile rezervate",
    "tüm hakları saklıdır", "все права защищены", "усі права захищені", "με την επιφύλαξη",
    "hak cipta dilindungi", "جميع الحقوق محفوظة", "کلیه حقوق", "כל הזכויות שמורות", "無断転載",
    "無断複製", "版权所有", "未经授权", "版權所有", "무단전재", "무단 전재", "저작권자"};

// Lists of topics.
constexpr std::string_view tags_opens[] = {
    "tags", "tag", "tagged", "topics", "categories", "category", "keywords", "in this article",
    "schlagworte", "schlagwörter", "stichworte", "mots-clés", "mots clés", "étiquettes", "thèmes",
    "etiquetas", "temas", "argomenti", "assuntos", "ämnen", "emner", "aiheet", "tagi", "tematy",
    "témata", "štítky", "címkék", "etichete", "etiketler", "теги", "темы", "теми", "ετικέτες",
    "từ khóa", "الكلمات المفتاحية", "برچسب", "キーワード", "タグ", "关键词", "标签", "標籤", "키워드", "태그"};
constexpr std::string_view tags_begins[] = {
    "filed under", "filed in", "posted in"};

// Pictures.
constexpr std::string_view credit_opens[] = {
    "editors", "notes to editors", "note to editors", "attention editors",
    "photo", "photos", "photo credit", "photograph", "photographer", "image", "image credit",
    "image credits", "images", "picture", "pictures", "credit", "illustration", "foto", "fotos",
    "bild", "bilder", "bildquelle", "quelle", "crédit photo", "crédit", "crédits", "imagen",
    "imagem", "crédito", "fotografia", "immagine", "beeld", "kuva", "fot", "zdroj", "zdroj foto",
    "fotó", "fotoğraf", "фото", "ảnh", "写真", "图片来源", "图源", "사진"};
constexpr std::string_view credit_begins[] = {
    "photo by", "photo courtesy", "photograph by", "image source", "image caption", "image by",
    "image courtesy", "picture by", "file photo", "file image", "media caption",
    "illustration by", "video by", "getty images", "symbolbild", "archivbild",
    "photo d'illustration", "imagen de archivo", "foto de archivo", "zdjęcie ilustracyjne",
    "φωτογραφία"};

// Ways around the page.
constexpr std::string_view top_alone[] = {
    "top of page", "nach oben", "zur startseite", "torna su", "naar boven", "till toppen",
    "do góry", "наверх", "вгору", "返回顶部", "回到頂部"};
constexpr std::string_view top_begins[] = {
    "go to top", "go totop", "back to top", "scroll to top", "skip to content",
    "skip to main content", "skip to navigation", "skip to footer", "skip to comments",
    "jump to content", "jump to comments", "zum inhalt springen", "retour en haut",
    "aller au contenu", "volver arriba", "ir al contenido", "saltar al contenido",
    "vai al contenuto", "voltar ao topo", "ir para o conteúdo", "przejdź do treści", "ページトップへ",
    "맨 위로"};

// Cookies.
constexpr std::string_view consent_alone[] = {
    "accept all", "reject all", "cookie policy", "cookie settings", "manage cookies",
    "cookie preferences", "manage consent", "your privacy choices", "accept and continue",
    "cookie-einstellungen", "alle akzeptieren", "tout accepter"};
constexpr std::string_view consent_begins[] = {
    "accept cookies", "do not sell my personal information", "empfohlener redaktioneller inhalt",
    "aceptar cookies"};
constexpr std::string_view consent_within[] = {
    "we use cookies", "this site uses cookies", "this website uses cookies",
    "wir verwenden cookies", "personenbezogene daten an drittplattformen",
    "nous utilisons des cookies", "utilizamos cookies", "utilizziamo i cookie", "usiamo i cookie",
    "wij gebruiken cookies", "vi använder cookies", "vi bruker informasjonskapsler",
    "używamy plików cookie", "tato stránka používá", "мы используем файлы cookie",
    "мы используем cookie"};

// "Latest from Politics".
constexpr std::string_view latest_from[] = {
    "neueste beiträge aus", "neueste artikel aus", "neues aus dem ressort", "derniers articles",
    "dernières nouvelles de", "últimas noticias de", "ultime da", "het laatste uit",
    "latest from", "the latest from", "latest in", "more from", "more in", "more on",
    "read more from", "top stories in", "stories from", "aktuelles aus", "neues aus",
    "plus d'actualités", "más de", "lo último en", "lo último de", "altre notizie di", "mais de",
    "meer van", "meer uit", "mer från", "lisää aiheesta", "więcej z", "другие новости раздела",
    "berita lain di"};

// clang-format on

}  // namespace broadsheet::indexer::phrases
