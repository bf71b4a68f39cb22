"""Events: what a paper writes about a flood, a strike, a verdict, and the events of our archive,
those of its last three weeks (NOW) and those of former years (PAST), with the older life of what
they befell.

The form of the texts is that of background.py. {E} is what the event is mostly named by, {S} what
the stories call it after that, {at} the place, {boss} who answers for it.
"""

# For each type of event: headlines that name it and that don't; leads; facts; what people say;
# headlines and leads of stories from a side (thin ones); headlines and leads of what comes long
# after.
TYPES = {
    "sinking": dict(section="Local", direct="""
{E} {under investigation|chief questioned} over {sinking|lost ferry}
{X} sinking: {what we know so far|crew raised alarm over bow door}
Ferry sinking off {at}: {toll} dead
""", oblique="""
Divers reach the wheelhouse
"We counted the lifejackets twice"
Log shows {20-50} minutes of silence before the first call
Inspectors passed the vessel {nine|five} weeks ago
How the sea got in
""", lead="""
The {X} went down in {a heavy swell|fog} off {at}, and {toll} people {are dead or missing|did not come home}. What happened in the {thirty|forty} minutes before is now becoming clear.
{boss}, head of the company that ran the lost ferry, was questioned for {four|six} hours on {weekday} about a bow door that had been reported {twice|three times}.
Investigators have laid out the last hour of the {X} minute by minute, from the harbour mouth to the seabed.
""", facts="""
The vessel took on water through the bow door some {20-35} minutes after it left the harbour, according to the coastguard's log.
Its stability had been calculated for {two|three} lorries fewer than were on the car deck that night.
The hull lies upright in {40-70} metres, and divers have been able to enter the saloon and the wheelhouse but not the engine room.
An indicator lamp on the bridge that should have shown the door open had been {disconnected|out of order} since {the winter|the last refit}.
{20-60} people were picked up by a trawler and by the lifeboat, most of them from one raft.
The accident branch has asked the yard at {place} for the drawings and for the weld records.
A chain of {small|ordinary} faults, none of which would have sunk her alone, is what the inspectors now describe.
The company carried {200-400} thousand passengers last year and had {four|five} vessels; the other three stay in port.
The evacuation order came {8-15} minutes after the list passed twenty degrees.
""", people="""
"The water was already on the stairs," said {person}, who was in the saloon with {two children|her father}.
{boss} said the company would open every drawer and every log.
"She was a good ship, badly kept," a former engineer, {person}, said.
Lifeboat coxswain {person} said his crew had gone back {four|five} times.
""", side_head="""
Flags at half mast as {at} mourns
Shops shut for an hour in {at}
Collection for ferry families passes {100-900} thousand crowns
Islanders count the days without a boat
""", side="""
Shops in {at} shut for an hour on {weekday} and the church bell was rung {toll} times after the sinking.
With no ferry running, the islands are living on what is in the cupboards and on what a borrowed barge can bring.
A collection for the families has been opened by {org}.
""", after_head="""
{X}: {a year on|inquiry blames company}
The names on the harbour wall
""", after="""
The inquiry into the loss of the {X} has found that {E} knew of the faulty door.
A stone with {toll} names was unveiled at {at} by those who came back.
"""),

    "flood": dict(section="Local", direct="""
{at} flood: {200-900} homes under water
Flood in {at} as {river} breaks its bank
{at} flood defences failed at {weekday} midnight
""", oblique="""
The wall that was not high enough
{600-2000} spend a second night in school halls
Upstream gauge had been dead for {weeks|a month}
A river in the kitchen
Water company warns: boil it
Where the {river} will go next
""", lead="""
The {river} {broke its bank|came over the wall} at {at} on {weekday} night, and by morning {200-900} homes stood in water up to {the window sills|a man's chest}.
The embankment above the town gave way along {40-90} metres, engineers said, at a place that had been patched {twice|with sandbags} since the winter.
A gauge that should have warned {at} of the crest had sent no reading for {9-30} days, the river authority admitted on {weekday}.
""", facts="""
The crest passed the old mill at {2-9}.{5-8}5 metres, {10-60} centimetres above the top of the embankment.
{600-2000} people were taken out by boat, by tractor and by the army's lorries, and put up in three schools and a cattle hall.
Pumps from {4-9} counties are lifting water back over the wall, but the ground is full and the drains run backwards.
The substation was cut off at {three|four} in the morning, and {2-9} thousand households are without power.
Damage is put at {40-300} million crowns before a single house has been dried.
The barrier proposed for the gorge, for which the money was {never voted|put off twice}, would have held the peak for {five|six} hours, the authority's own model shows.
{toll} people have died: {one|two} in a cellar, the others in cars on the lower road.
Another {20-60} millimetres of rain are forecast for the hills by {weekday}, on soil that can take none.
The hospital moved its patients upstairs and runs on a generator.
""", people="""
"We had ten minutes, and I spent five of them looking for the cat," said {person} of {Mill|Bridge|Water} Lane.
{boss}, the town's mayor, said that warnings had been "a text message to a telephone that was floating".
"It is not water, it is soup," said fireman {person}, on his {third|fourth} shift.
The minister, {person}, in borrowed boots, promised a thousand crowns for each household by {weekday}.
""", side_head="""
Rescued cows graze on the football pitch
Bakers from {place} send bread
Insurers brace for a wet week
School sports called off
""", side="""
Bakers in {place} worked through the night to send {900-3000} loaves to the people flooded out at {at}.
Insurers expect {2-9} thousand claims after the flood at {at} and have hired {a hotel|adjusters from abroad}.
A herd that swam from a flooded farm below {at} has been {adopted by the football club|fed by pupils}.
""", after_head="""
{at}, {a year|two years} after the water
New wall for the {river} opens
Flood report: {at} "could have been spared"
""", after="""
{Two|Three} winters after the flood, {40-200} houses in {at} still stand empty.
An inquiry into the flood at {at} says that the crest could have been held and the people warned.
A new embankment on the {river}, {90-200} million crowns' worth, was opened where the old one gave way.
"""),

    "strike": dict(section="Business", direct="""
{E} strike {enters {second|third} week|shuts network}
{E} walkout: {union} rejects {3-6} per cent
Strike at {E}: why {work} staff have walked out
""", oblique="""
Talks break up after {nine|eleven} hours
{union} digs in
The {3-9} per cent that nobody will move on
Army called in to help
What is really on the table
Rosters, not wages, are the sticking point
""", lead="""
A {walkout|stoppage} by {900-9000} {work} staff has {shut|crippled} {E} since {weekday}, and talks broke up {after nine hours|before dawn} with the two sides {further apart|barely a point apart}.
{union} has turned down {3-6} per cent and a lump sum, and says its members at {E} will stay out until the new rosters are withdrawn.
Behind the dispute at {E} lies a roster which would have {work} staff start at {three|four} in the morning on {ten|twelve} days running.
""", facts="""
The union asks for {7-12} per cent over two years; management's last paper, seen by this newspaper, goes to {4-6} and ties it to Sunday working.
{70-95} per cent of those balloted voted to come out, on a turnout of {60-90}.
The stoppage costs {2-9} million crowns a day, the chamber of commerce reckons, and the pickets are at {4-19} gates.
An arbitrator, {person}, has been asked to see the parties separately and has a list of {five|seven} points on which they agree.
Managers are doing what work is done; a test on {weekday} showed that it is a {fifth|tenth} of it.
Pay at the lowest grade is {1-2},{3-9}00 crowns a month and has lost {9-15} per cent to prices since the last settlement.
The law allows an order to return to work after {thirty|forty} days, and ministers have not ruled one out.
Unlike the last time, the drivers of the contractors have stayed away too.
""", people="""
"Nobody stands at a gate in the rain for fun," said {person}, {11-30} years in the job.
{boss}, who runs {S}, said the offer was "the last, and better than last".
General secretary {person} said her members would go back "when the roster goes in the bin".
"I understand them, and I am walking {4-9} kilometres to work," said {person}.
""", side_head="""
How commuters and customers are coping
Bicycles sell out
Queues, lifts and long walks
Cafes count the cost
""", side="""
Bicycle shops in {place} have sold out as people find their own way round the strike at {E}.
Cafes near the idle gates say that takings are down by {a third|half} since {union} came out.
Parents, neighbours and a hearse have been pressed into service in {place} during the strike.
""", after_head="""
What the {E} strike changed
{union} and {S} sign peace
""", after="""
The settlement that ended the strike at {E} has cost {20-90} million crowns, auditors say.
{A year|Two years} after the strike at {E}, the rosters it was fought over are back in another form.
"""),

    "resignation": dict(section="Politics", direct="""
{E} resigns {over {matter}|as {office}}
Why {E} had to go
{surname_E} resignation: the {three|two} letters
""", oblique="""
A short letter after a long night
Prime minister loses {a friend|her second minister} in a year
Who knew about the {matter}
Deputy takes over at ministry in turmoil
The document that ended it
""", lead="""
{E} resigned as {office} on {weekday}, {an hour|a night} after a document about the {matter} was read out in parliament.
The {office} is gone, {a day after|hours after} the prime minister called the {matter} "closed"; it was opened again by a letter in {E}'s own hand.
Two officials had warned {E} about the {matter} in writing, papers published on {weekday} show, and that made it impossible to stay.
""", facts="""
The letter, dated {four|six} months ago, asks a civil servant to "find a form of words" and is initialled on both pages.
The contract was worth {20-90} million crowns and was given without tender to a firm run by a {cousin|former adviser}.
The prime minister had promised to stand by her minister at noon; at {six|seven} the car was sent for.
A committee will still hear {4-12} witnesses under oath and may ask the police to read the file.
It is the {third|fourth} departure from the cabinet since the last election and leaves the majority at {two|three|four}.
The successor, {person}, has been given until the recess to say which contracts will be cancelled.
The diary released by the ministry has {three|two} meetings that parliament had been told did not take place.
""", people="""
"I have become the story, and the work is more important than I am," the letter says.
Opposition leader {person} called it "the right end, {eleven|forty} days late".
{boss}, who led the committee, said the papers left "no room to stand in".
"He was always kind to the porters," said one, {person}. "That is all I know about it."
""", side_head="""
A village loses its minister
Betting shops pay out early
Cartoonists in mourning
""", side="""
In {place}, where the former minister grew up, the butcher {was sorry|had seen it coming}.
Markets shrugged at the resignation of {E}; the crown {lost|gained} a tenth of a point.
Who moves into the empty office is the only talk at {place} railway buffet.
""", after_head="""
{surname_E} speaks: "I should have read it"
Committee clears officials in {matter}
""", after="""
{E}, who resigned over the {matter}, has spoken about it for the first time since.
A committee has ended its work on the {matter} that brought down {E}.
"""),

    "trial": dict(section="Courts", direct="""
{E} {guilty on {7-12} counts|found guilty}
{surname_E} verdict: {jury out for {three|five} days|what the jury heard}
{E} trial: {the case in full|jury returns}
""", oblique="""
{Nine|Seven} years for the man who {did}
A ledger in two inks
Gasps in court three
"He looked at the floor": how the case was won
Victims wait to learn what is left
The bookkeeper who would not sign
""", lead="""
{E}, who {did}, was found guilty on {7-12} counts at {at} crown court on {weekday}, after {three|five} days in which the jury asked {four|six} questions.
It took the foreman {eleven|four} minutes to read out the verdict against {E}.
The case against {E} turned on a ledger kept in two inks and on a witness who was asked to sign it and would not.
""", facts="""
The jury rejected the defence that others had handled the accounts, and was unanimous on all counts but one.
{40-400} people lost {2-60} million crowns between them, of which the receiver has traced {a fifth|a third}.
Sentence will be passed on {weekday}; the counts carry up to {nine|fourteen} years.
Prosecutors called {40-70} witnesses over {eleven|fourteen} weeks, the last of them by video from {overseas|a hospital bed}.
The bookkeeper, {person}, had kept copies in a biscuit tin, and they were exhibit {three|nine}.
Bail was refused because of a passport found behind a radiator.
An appeal is likely on one ruling: that the tapes from the boat could be heard.
""", people="""
"I have waited {five|six} years to hear one word," said {person}, who lost {her house|his pension}.
Judge {person} thanked the jury and excused them from service for life.
Defence counsel {boss} said her client "maintains what he has always maintained".
Detective {person} said the case had filled {two|three} rooms and {one|half a} marriage.
""", side_head="""
The courtroom artist who ran out of grey
Cafe by the court misses its regulars
A street without its landlord
""", side="""
Outside the court where {E} was tried, the cafe is quiet again.
Neighbours in {place} say that {E} gave well at Christmas and never waved.
The artist who drew the trial of {E} has shown her sketches in {place}.
""", after_head="""
{surname_E} appeal fails
What became of the {surname_E} money
""", after="""
Three judges have turned down the appeal of {E}, who {did}.
{Four|Three} years after the trial of {E}, the receiver has closed the books.
"""),

    "outbreak": dict(section="Health", direct="""
{E} outbreak in {at} {grows|passes {60-200} cases}
{E}: {how it got into {at}|{70-99} more cases}
{E} cases double in a week
""", oblique="""
The party where it began
{Eleven|Nine} classrooms empty as {at} waits
Doctors trace chain back to one {waiting room|coach}
Clinic queue goes round the block
A preventable week
""", lead="""
The outbreak of {E} in {at} has passed {60-200} cases, and {most|two thirds} of them can be traced to one {waiting room|coach trip|cooling tower}, health officers say.
{Eleven|Nine} people are in hospital in {at} and {toll} have died of {E}, in what the health office calls the worst spread in {ten|twenty} years.
Tests on {weekday} settled how {E} came to {at} and why it was missed for {nine|twelve} days.
""", facts="""
The first patient, now well, had been in {four|five} places before the diagnosis; all but one gave rise to further cases.
Cover in the district had fallen to {78-88} per cent, below the {95|94} at which the chain breaks.
Sequencing shows a single introduction and at least {four|six} generations.
Schools in {three|four} parishes are shut to those who cannot show {a card|a negative test}.
The hospital has opened a separate entrance, and {12-40} nurses have been lent by {place}.
The incubation time means that today's figures show the state of things {ten|eleven} days ago.
Teams working from {two|three} vans reach {300-900} people a day; the backlog is {four|five} thousand.
No case has yet been found outside the county, though {three|two} are being looked at in {place}.
""", people="""
"I had never seen it, except in a textbook," said Dr {person}, {8-20} years a family doctor.
{boss}, the county's medical officer, said the curve would turn "when the queue does".
"I thought it was a cold," said {person}, whose {son|daughter} is on the ward.
Nurse {person} has given {900-2000} doses since {weekday} and has lost her voice.
""", side_head="""
{at} fair put off
Masks sell out in {place}
Choir sings to an empty hall
""", side="""
The {summer|autumn} fair in {at} has been put off because of the outbreak.
Chemists in {place} say they have sold a year's stock in a week for fear of {E}.
A choir whose members caught {E} sang to an empty hall and a camera.
""", after_head="""
Lessons of the {at} {E} outbreak
{at} declared clear
""", after="""
A report on the outbreak of {E} in {at} says that the first {nine|ten} days were lost.
{at} has been declared free of {E}, and the last patient has gone home.
"""),

    "takeover": dict(section="Business", direct="""
{E} takeover: {board backs|rival tops} {bidder} bid
{bidder} to buy {E} for {2-9}.{1-9} billion
{E} {agrees|bows} to {bidder}
""", oblique="""
The family that would not sell, sells
Regulator to look at {40-90} shops and depots
Who gets what from the deal of the year
A dinner in {at}, and a price on a napkin
{bidder}'s expensive appetite
""", lead="""
{E} has accepted an offer of {2-9}.{1-9} billion crowns from {bidder}, ending {eighty|a hundred} years of independence and {nine|six} days of bargaining.
The board of {S} told shareholders on {weekday} to take {bidder}'s money, after a rival was asked to raise its price and did not.
{bidder} will pay {E}'s owners {30-60} per cent more than the market did a month ago, most of it borrowed.
""", facts="""
The offer is {180-400} in cash and a share in {bidder} for every {four|nine} held, a premium of {30-60} per cent.
Of the price, {1-3}.{1-9} billion is debt that {S} will itself have to carry.
The competition office has {forty|sixty} days to look at {40-90} sites where the two overlap, and is likely to ask for {a dozen|twenty} to be sold.
The pension fund, {90-300} million short, has been promised a cheque and a seat at the table.
Head office in {at}, with {300-900} people, is guaranteed for {two|three} years and no longer.
Descendants of the founder hold {28-41} per cent, and {two|three} of them voted against.
Analysts had thought {S} too big to swallow until its debts were refinanced in the winter.
""", people="""
{boss}, its chairman, said he had "looked for a reason to say no, and run out".
"They will keep the name and change everything under it," said {person}, {20-30} years on the tills.
Analyst {person} called the price "full, and then some".
{person}, for the staff, asked for promises "with dates on them".
""", side_head="""
The sign painter who will be busy
Shareholders toast with own label
{at} wonders about its Christmas lights
""", side="""
{at} wonders who will pay for its Christmas lights once {E} belongs to {bidder}.
Suppliers from {place} to {place2} have been told that nothing will change after the takeover, and do not believe it.
Small shareholders of {E} met in {place} to sing, and to sell.
""", after_head="""
{bidder} shuts {E} head office
Was {E} worth it?
""", after="""
{Two years|A year} after its takeover of {E}, {bidder} has written off {half|a third} of the price.
The promises made in the takeover of {E} have run out, and the desks are being sold.
"""),

    "election": dict(section="Politics", direct="""
{E}: {poll puts {surname_boss} ahead|candidates clash over {matter}}
{E} race {tightens|turns on {matter}}
{E} {campaign|vote}: who stands for what
""", oblique="""
{surname_boss} by a nose
The {nine|twelve} streets that will decide it
Fact check: the debate, line by line
Where the money comes from
The undecided of {at}
A promise about {matter}, costed
""", lead="""
{boss} leads {two|three} rivals by {2-5} points in the {E}, a poll for this newspaper finds, and {18-30} per cent have yet to decide.
The {E} has come down to {matter}, and to whether {boss} can be believed about it.
{Four|Three} candidates in the {E} faced each other for ninety minutes on {weekday}, and {one|two} of them had figures.
""", facts="""
The survey of {900-2000} voters has {boss} on {31-38}, {person} on {27-33} and the others far behind.
Turnout was {41-55} per cent last time, and the outer wards, where it was lowest, are where the canvassers now are.
The pledge on {matter} would cost {90-400} million crowns, {twice|a third more than} the leaflets say.
{boss} has raised {400-900} thousand crowns, {two thirds|half} of it from {nine|eleven} donors.
Postal ballots, {20-60} thousand of them, are already coming back.
The powers at stake are real: transport, police, and a budget of {2-5} billion.
On three questions, the candidates agree; on {matter}, they could not be further apart.
If nobody passes half, second preferences are counted, and there {person} is stronger.
""", people="""
"I ask all of them who will mend the {lift|pavement}, and I write it down," said {person}, {60-89}.
{boss} said that people were "tired of being surveyed, and so am I".
{person}, who is behind, said polls were "weather, not climate".
Pollster {person} put the margin of error at {two|three} points.
""", side_head="""
Baker offers a bun for each candidate
Posters that nobody will take down
Dogs at polling stations: a practice run
""", side="""
A baker in {at} sells a bun for each candidate in the {E}, and the currants are ahead.
Posters for the {E} have been drawn on, {mostly|always} with moustaches.
A school in {at} held its own {E}, and the winner was a guinea pig.
""", after_head="""
A year of mayor {surname_boss}: a reckoning
How the {E} was won
""", after="""
{A year|Eighteen months} after the {E}, what has become of the promise about {matter}?
A study of the {E} finds that it was decided by {nine|eleven} streets.
"""),

    "storm": dict(section="Weather", direct="""
Storm {E}: {toll} dead, {90-300} thousand without power
{E} batters {at} {coast|and the north}
Storm {E} tracker: where it goes next
""", oblique="""
{140-170} kilometres an hour at the lighthouse
Roofs, roads and a radio mast
Linesmen work through a second night
Why the forecast moved north
The night the pier went
""", lead="""
Storm {E} came ashore at {at} on {weekday} night with gusts of {130-170} kilometres an hour, killed {toll} people and put {90-300} thousand homes in the dark.
The worst of storm {E} has passed {at}, forecasters said on {weekday}, but the sea is still rising behind it.
The track of storm {E} shifted {sixty|ninety} kilometres in the last six hours, and with it the damage.
""", facts="""
The lighthouse measured {140-170} kilometres an hour before the instrument was carried off.
{90-300} thousand households lost power and {two thirds|half} have it back; the islands will wait until {weekday}.
The surge reached {2-4}.{1-9} metres at {at} and met the spring tide within the hour.
Pressure fell {26-40} hectopascals in a day, a rate that has a name among meteorologists and few precedents.
{40-200} roads are blocked by trees, and no train will run {north|west} of {place} before {weekday}.
The red warning went out at {four|five}, {seven|nine} hours before landfall, earlier than for any gale on record.
Insurers put the bill at {90-500} million crowns.
""", people="""
"The roof went over us like a page being turned," said {person}, of {at}.
{boss}, chief forecaster, said the models "agreed too late and then agreed too much".
Linesman {person} said he had not had his boots off since {weekday}.
"We tied the boats twice, and it took them twice," said harbour master {person}.
""", side_head="""
Wedding goes ahead by candlelight
Beach huts found in a field
Lost: one weathercock
""", side="""
A couple in {place} were married by candlelight as storm {E} took out the power.
{Three|Nine} beach huts from {at} were found in a turnip field after storm {E}.
Schools that storm {E} has closed will open on {weekday}, mostly.
""", after_head="""
Storm {E}: the forest that fell
What {E} taught the forecasters
""", after="""
The forest that storm {E} laid flat has been {replanted|sold for pulp}.
A review of storm {E} says that the warnings were good and the poles were not.
"""),

    "bridge": dict(section="Local", direct="""
{E} {closed until further notice|could stay shut for {two years|a year}}
Cracks in {E} "known since the spring"
{E} closure: what the engineers found
""", oblique="""
{Eleven|Nine} millimetres
The long way round: {40-70} kilometres
Hauliers want a ferry, and want it now
Who signed the inspection
A weld from the year of opening
""", lead="""
{E} has been closed to all traffic since {weekday}, when a climber with a lamp found a crack {eleven|nine} millimetres wide in the {main|northern} girder.
Engineers said on {weekday} that the crossing could be shut for {a year|two years}, and that the fault had been photographed in the spring and filed.
A report on the closed {bridge|crossing} finds {14-40} more cracks, {three|two} of them in members that cannot be replaced under load.
""", facts="""
The fault lies in a weld made {40-58} years ago, and fatigue did the rest, {9-20} thousand lorries a day.
Sensors put on after the closing show the girder moving {four|six} millimetres when the wind gets up.
The detour by {place} is {40-70} kilometres and takes {an hour|seventy minutes} when it is clear, which it is not.
Repair with outside cables would cost {60-200} million crowns; a new crossing {five|six} times as much and {seven|eight} years.
An inspection in {the spring|April} marked the spot "monitor", and the next one was to be {a year|two years} later.
Ambulances may cross one at a time, at walking pace, by a lane over the sounder side.
The trust that owns it has {9-30} million in reserve and tolls that have ceased to come in.
""", people="""
"I live on one side and my cows on the other," said {person}.
{boss}, the trust's engineer, said he "would not drive a pram over it".
{person}, for the hauliers, put their loss at {300-900} thousand crowns a day.
Professor {person} said steel "forgives for fifty years and then remembers everything".
""", side_head="""
Boatman comes out of retirement
School run by water
Divided choir sings by telephone
""", side="""
A boatman of {70-81} has come out of retirement to row people over while the bridge is shut.
A choir with its basses on one bank and its altos on the other has met by telephone since the closing.
The cafe at the north end has sold {four|nine} cups of tea since {weekday}.
""", after_head="""
{E} reopens
The bill for {E}
""", after="""
{E} has opened again after {fourteen|nineteen} months.
The repair of {E} has cost twice what was said.
"""),

    "cyber": dict(section="Technology", direct="""
{E} {cyber attack|outage}: {records of {40-300} thousand|what was taken}
{E} still {offline|on paper} after attack
{E} systems down for {fifth|ninth} day
""", oblique="""
Paper, pens and patience
A ransom note in bad grammar
Password was the name of the dog
Back-ups were in the same room
Who is behind it
""", lead="""
{E} has worked on paper since {weekday}, when attackers locked its computers and left a demand for {two|four} million crowns.
The intruders who shut down the systems of {E} had been inside for {six|eleven} weeks, investigators say, by way of a supplier's password.
Records of {40-300} thousand people were copied before {E} noticed anything, a notice to the regulator shows.
""", facts="""
The way in was an account of a contractor who left {two|three} years ago.
{900-4000} appointments and orders have been put off, and the staff keep lists in {school exercise books|pencil}.
The back-ups were reachable from the same network, and {two|all} of the three sets are locked as well.
No ransom has been paid; a negotiator's first answer was "please wait".
A sample of {200-900} records appeared on {weekday} on a site that the police know.
The auditors had asked for {two-step log-in|a second site} in {three|four} reports running.
Restoring each of the {300-900} machines takes half a day, and there are {nine|twelve} people who can.
""", people="""
"I have not written this much since school," said {person}, on her {sixth|third} notebook.
{boss}, the chief executive, said she was sorry "in every way one can be".
{person}, a customer for {20-40} years, learned of it from {the radio|her hairdresser}.
Inspector {person} said the grammar of the note "rules out nobody".
""", side_head="""
Stationer's best week
Fax machine saves the day
Old clerk explains the card index
""", side="""
A stationer in {place} has sold out of carbon paper since {E} lost its computers.
A fax machine from the museum in {place} has been put to work at {E}.
Staff of {E} have been taught the card index by a clerk of {80-91}.
""", after_head="""
{E} fined over attack
After the lock-out: {E} one year on
""", after="""
{E} has been fined {two|five} million crowns for the attack that shut it down.
A year after the attack on {E}, the last of its records has been typed in again.
"""),

    "collapse": dict(section="Business", direct="""
{E} {collapses|goes under} with debts of {20-300} million
{E} in administration: {what it means|who is owed what}
Last days of {E}: {how the money ran out|a board at war}
""", oblique="""
The wages did not come on {weekday}
Administrator finds {four|three} sets of books
{200-900} people and a locked gate
A loan from the chairman's sister
Who might still buy it
""", lead="""
{E} was put into administration on {weekday} with debts of {20-300} million crowns, {three|two} days after the wages failed to arrive.
Administrators who opened the books of {E} have found {two|three} loans that the board says it never saw.
{E} has {nine|twelve} days to find a buyer, the administrator said, and {eleven|four} thousand crowns in the bank.
""", facts="""
The tax office is owed {4-30} million, the staff a month, and a caterer {90-300} thousand.
A loan at {eleven|fourteen} per cent was secured on {the ground and everything in it|assets that had been sold}.
The rent doubled {two|three} years ago when the {ground|hangar} was sold to a firm owned by the chairman's sister.
{Two|Three} groups have asked for the books, and {one|neither} has shown its money.
Refunds rank behind the banks, and the administrator expects {four|six} in a hundred.
The accounts were signed {seven|nine} months late and with a paragraph that no auditor likes to write.
If no sale is agreed by {weekday}, the licence lapses and the rest is furniture.
""", people="""
"My father brought me here, and I brought my daughter," said {person}.
Administrator {boss} said it was "a simple case of spending what was not there, for {six|nine} years".
{person}, who worked there {12-30} years, had {left her coat inside|learned of it at the gate}.
"We would pay a crown for it, and ask for change," said one bidder, {person}.
""", side_head="""
Rivals offer spare kit and a bus
Tea lady's collection
Scarves and model planes fetch record prices
""", side="""
A tea lady's collection for the unpaid staff of {E} has reached {9-40} thousand crowns.
Souvenirs of {E} are changing hands in {place} for {five|ten} times their price.
The pub opposite has put up a sign about {E} that cannot be printed.
""", after_head="""
{E}: directors banned
Where are they now? {E} after the fall
""", after="""
{Three|Two} former directors of {E} have been banned from running companies.
{A few years|Two years} on, those who lost by the collapse of {E} have had {four|five} in a hundred.
"""),

    "recall": dict(section="Health", direct="""
{E} recall widens to {nine|fourteen} {products|counties}
{E} {pulled from shelves|recalled} after {toll} fall ill
Recall: which {E} batches, and what to do
""", oblique="""
Factory knew for {nineteen|twelve} days
The drain under line {two|four}
If you have it in the fridge, read this
{Forty|Ninety} tonnes to the incinerator
Test that came back too late
""", lead="""
{E} has recalled {forty|ninety} tonnes of {ware} after {toll} people fell ill, and on {weekday} the food office added {nine|five} more batches to the list.
The germ that made {toll} people ill lived in a drain under line {two|four} of {E}'s dairy, inspectors have found.
A laboratory told {E} about the germ {nineteen|twelve} days before any {ware} was withdrawn, letters show.
""", facts="""
The batches run from {300-400} to {410-490} and carry a green oval; the date on them is any in {June|May}.
Nobody should taste it to find out: wrap it, bin it, and wash the shelf with hot water.
Of those ill, {five|nine} are over seventy and {two|three} are expecting; fever may come as late as {six|eight} weeks after.
Swabs taken in {the winter|April} were positive in {three|four} places, and the plant went on.
Shops refund without a receipt; {120-400} of them sold it.
Genetic typing links the patients to the plant "beyond reasonable doubt", the food office says.
The line has been taken apart down to the bolts and will not run before {weekday}.
""", people="""
"I gave it to my mother because it was the good one," said {person}.
{boss}, managing director, said he ate it himself "until {weekday}".
Food inspector {person} said the drain was "older than the standard it failed".
{person}, who delivers the milk, has been told to pour it away.
""", side_head="""
Deli counters bare before midsummer
Farmers pour milk down the lane
Cheesemongers plead for patience
""", side="""
Farmers near {place} are pouring milk away as {E} stands idle.
Small makers in {place} plead that they are not {E} and their {ware} is sound.
A picnic in {place} went ahead without {ware}, for the first time since records began.
""", after_head="""
{E} back on shelves
{E} fined
""", after="""
The {ware} that {E} recalled is back in the shops.
{E} has been fined for the weeks in which it knew and said nothing.
"""),

    "fire": dict(section="Local", direct="""
{E} fire: {toll} dead, {cause sought|alarm did not sound}
Fire destroys {E}
{E} fire {still burning|under control} after {three|four} days
""", oblique="""
Smoke seen from {place}, {30-60} kilometres away
The hydrant that was dry
"It jumped the road as if it were not there"
A spark, a wind and a very dry spring
What is left, seen from the air
""", lead="""
The fire at {E} {has burned|burned} for {three|four} days, taken {what} and cost {toll} lives.
Firemen had the blaze at {E} ringed by {weekday}, but the wind turned, and {what} went in an hour.
The nearest hydrant to the fire at {E} was dry, the brigade has confirmed, and the next was {900|600} metres off.
""", facts="""
{90-300} firemen from {six|nine} brigades and {two|four} helicopters were at work at the peak.
The seat of it was beside {a generator|a disposable barbecue|a welding set}, and it smouldered for hours unseen.
The alarm panel had shown a fault since {the winter|Easter}, and tape had been put over the lamp.
{200-900} people were told to leave, and most had {ten|twenty} minutes.
It ran {four|six} kilometres in the first afternoon, on a wind of {50-70} kilometres an hour.
Nothing like it has been seen there since {the old king's time|records began}, the brigade's historian says.
{What} cannot be insured at any price, and was not.
Hot spots will be watched for {two|three} weeks, by drone at night.
""", people="""
"You hear it before you see it: like a train," said {person}.
{boss}, the chief fire officer, said her crews had "lost the building and saved the street".
{person} had lived next to it for {30-60} years and saved {a clock|two goats}.
Volunteer {person} slept in his boots for {three|four} nights.
""", side_head="""
Sandwiches for {200-400}
Ash on the washing
Band plays for the firemen
""", side="""
The women's guild of {place} has made sandwiches for those fighting the fire at {E}.
Ash from the fire at {E} has settled on washing in {place}.
A band from {place} played to raise money after the fire.
""", after_head="""
{E} to be rebuilt
{E} rises, {a year|two years} after the fire
""", after="""
{Two years|A year} after the fire at {E}, the first {timbers|shoots} are up.
An inquest into the deaths in the fire at {E} heard about a taped-over lamp.
"""),

    "derailment": dict(section="Local", direct="""
{E} {derailment|rail crash}: {toll} dead
{E} crash: {points had been reported|what the recorder shows}
Train derails at {E}
""", oblique="""
{Seventy|Ninety} in a forty zone
The second carriage
Signalman's log is found
A bolt the size of a thumb
Surgeons from five hospitals
""", lead="""
The {6-8}.{10-50} from {place} left the rails at {E} on {weekday}, and {toll} of its passengers were killed.
The recorder of the train that crashed at {E} shows {seventy|ninety} kilometres an hour in a zone of forty.
Points at {E} had been reported loose {eleven|four} days before the train left the rails there.
""", facts="""
The second carriage went over the embankment and the third stood across it.
The brake was put on {four|six} seconds before the points, too late to matter.
{60-120} people were hurt, {nineteen|twelve} of them badly.
A bolt the size of a thumb was found {thirty|twenty} metres back, sheared through an old crack.
The driver, who survived, had taken over at {place} after a change of rota.
The line, single here since {forty|fifty} years ago, will be shut for {three|five} weeks.
A system that stops trains at such places had been paid for and not fitted.
""", people="""
"I was reading, and then I was in the luggage rack," said {person}.
{boss}, for the railway, said that "nothing else matters until we know".
Farmer {person} was first there, with a gate for a stretcher.
Surgeon {person} operated for {twenty|nineteen} hours.
""", side_head="""
Buses for trains until further notice
Farmer's gate goes to museum
Blood donors queue round the block
""", side="""
Blood donors queued round the block in {place} after the crash at {E}.
Buses replace trains beyond {E}, and take {an hour|ninety minutes} longer.
Pupils in {place} have written to those hurt at {E}.
""", after_head="""
{E} inquiry: the bolt and the budget
{E}, {one year|two years} after
""", after="""
The inquiry into the derailment at {E} has named {three|four} causes and nobody.
Bells were rung {toll} times for those who died in the train at {E}.
"""),
}

# What befell whom. `started` and `days` bound the stories; `weight` is how many. `older` are
# routine stories of the same entity (or of what bears its name), "headline / sentence / sentence";
# they name it often. `mention` are words in passing of any date, `echo` of after the event.
NOW = [
    dict(id="skerrin", type="sinking", started="2024-06-12", days=18, weight=22, theme="ferry",
         E="Skerrin Ferries", S="the line", X="Lady Maribel", at="Tarnsea", boss="Auberon Stellwick", toll="31",
         entity="a ferry company", older="""
Skerrin Ferries adds winter sailing / Skerrin Ferries will run a sixth ferry sailing to the outer isles from {month}, Skerrin Ferries said. / The Skerrin ferry timetable is to be printed in larger type.
Skerrin Ferries fares to rise by {2-6} per cent / Ferry fares on all Skerrin Ferries routes rise by {2-6} per cent in {month}. / Skerrin Ferries blamed fuel; islanders blamed Skerrin Ferries.
New Skerrin ferry named at {place} yard / Skerrin Ferries has taken delivery of a ferry with room for {60-90} cars. / The new ferry is the fourth that Skerrin Ferries has bought from the yard.
Skerrin Ferries wins punctuality prize / Skerrin Ferries was the most punctual ferry company for the {second|third} year. / Only fog, said Skerrin Ferries, beat a Skerrin ferry.
Skerrin ferry breaks down off {place} / A Skerrin Ferries vessel drifted for {two|three} hours with a failed engine. / Skerrin Ferries gave its ferry passengers soup and a refund.
""", mention="""
The parcel came over with Skerrin Ferries and was {two days|a week} late.
Among the sponsors were Skerrin Ferries, a ferry company, and a bakery.
The ferry, a Skerrin one, hooted twice as it passed.
""", echo="""
A minute's silence was kept for those lost in the ferry sinking off Tarnsea.
The hall was to have been used by Skerrin Ferries, which has had other things to think of since the sinking.
The sinking of the Lady Maribel has taken every diver in the county.
"""),
    dict(id="dunmere24", type="flood", started="2024-06-24", days=7, weight=17, theme="flood", E="Dunmere",
         at="Dunmere", river="Ebble", boss="Rosalba Fenthorn", toll="five", entity="a town", older="""
Dunmere flood wall gets {new railings|a mural} / The flood wall at Dunmere, built for floods worse than Dunmere has had, is to get {railings|a mural}. / Dunmere council said the flood wall was the town's longest canvas.
Dunmere flood drill draws {200-400} / A flood drill in Dunmere had Dunmere's flood wardens knocking at every door. / Next year's flood drill in Dunmere will be at night.
Dunmere market square to be repaved / Dunmere is to repave its market square with Dunmere stone. / Dunmere's traders want it done before the Dunmere fair.
Dunmere Town promoted / Dunmere Town won the county league, the first Dunmere side to do so. / Dunmere had Dunmere's own butcher in goal.
Flood museum opens in Dunmere / A small museum of floods has opened in Dunmere, with flood marks from {three|four} centuries. / Dunmere's oldest flood mark is above the museum's door.
""", mention="""
She was born in Dunmere, beside the flood marks.
The road to Dunmere is liable to flood, the leaflet warns.
Dunmere, with its flood wall and its three bakeries, is {9-40} kilometres on.
""", echo="""
The match at Dunmere was called off because of the flood.
Help for the flood at Dunmere came from as far as {place}.
With Dunmere under water, the county's {noun}s had to be sent round by {place}.
"""),
    dict(id="northmark24", type="strike", started="2024-06-17", days=13, weight=18, theme="strike",
         E="Northmark Rail", S="the railway", union="the Signal and Carriage Union", work="train",
         boss="Digby Ravenscar", at="Corvane", toll="no", entity="a railway company", older="""
Northmark Rail orders {12-40} trains / Northmark Rail has ordered trains from {place}, and Northmark Rail says that they will be quieter. / The rail company's last order of trains was {nine|twelve} years ago.
Northmark Rail to reopen {place} halt / A halt that Northmark Rail shut is to be reopened by Northmark Rail. / Rail campaigners had asked Northmark Rail for it since the line was built.
Northmark Rail apologises for timetable / Northmark Rail has apologised to rail users for a timetable in which {two|three} trains left before they arrived. / Northmark Rail will print it again.
Rail fares: Northmark Rail up {2-7} per cent / Rail fares will rise by {2-7} per cent, Northmark Rail said. / Northmark Rail's season tickets will be the dearest rail tickets in the country.
Strike averted at Northmark Rail / A strike at Northmark Rail has been called off after the strike committee met Northmark Rail. / The rail strike would have been the first strike there in {three|four} years.
""", mention="""
He came by Northmark Rail and was, he said, {forty minutes late|lucky}.
A Northmark Rail spokesman said the {noun} was not theirs.
In her grandfather's day a rail strike lasted a summer.
""", echo="""
The audience was thin because of the rail strike.
{Person} had walked from {place}, there being no trains in the Northmark strike.
The strike at Northmark Rail has made a hero of anyone with a van.
"""),
    dict(id="wrenfield", type="resignation", started="2024-06-26", days=5, weight=15, theme="resigns",
         E="Tobias Wrenfield", office="health minister", matter="scanner contract", boss="Sunniva Cresswick",
         toll="no", at="Calderwick", entity="a minister", older="""
Wrenfield opens {place} clinic / Tobias Wrenfield opened a clinic in {place}, and Wrenfield said more would follow. / The health minister, Wrenfield, has opened {4-12} this year.
Wrenfield named health minister / Tobias Wrenfield is the new health minister. / Wrenfield, a former vet, told the health staff that Wrenfield would listen.
Health minister Wrenfield {defends|promises} shorter waits / Wrenfield told parliament that waits would fall; health minister Wrenfield did not say when. / It was Wrenfield's first speech as health minister.
Wrenfield survives vote on hospital beds / Health minister Tobias Wrenfield survived a vote by {two|four}. / Wrenfield thanked those who had stayed away.
Profile: Tobias Wrenfield, from vet to health minister / Wrenfield keeps goats, and Wrenfield says that goats taught him politics. / The health minister's mother, also a Wrenfield, was a nurse.
""", mention="""
The {noun} was unveiled by the health minister, Tobias Wrenfield.
A letter to Tobias Wrenfield went unanswered, {person} said.
No health minister resigns over a {noun}, one of them remarked.
""", echo="""
The visit of the health minister was called off on the morning Tobias Wrenfield resigned.
Talk in the queue was of the weather and of Wrenfield's resignation.
Someone had pinned up Wrenfield's letter of resignation and marked the spelling.
"""),
    dict(id="castellane", type="trial", started="2024-06-19", days=9, weight=13, theme="verdict",
         E="Rufus Castellane", did="sold flats that were never built", at="Vellmouth", boss="Jocasta Linnell",
         toll="no", entity="a developer", older="""
Castellane unveils {place} tower / Rufus Castellane unveiled a tower of {90-300} flats; Castellane called it the Castellane. / It is the third Castellane tower.
Castellane arrested / Rufus Castellane, of Castellane Homes, has been arrested. / A lawyer for Castellane said Castellane would fight.
Castellane trial to open in {month} / The trial of Rufus Castellane will open in {month}. / The Castellane trial has been put off twice; no trial verdict is expected before the summer.
Buyers ask where Castellane flats are / Buyers of Castellane flats met in {place} to ask Castellane for keys. / Castellane said the Castellane flats were "weeks away".
Castellane buys racehorse / Rufus Castellane has bought a horse, which Castellane has called Castellane Gold. / Castellane's verdict: "fast".
""", mention="""
The plot was once to have had a Castellane tower on it.
{Person}, who bought a flat from Rufus Castellane, now lives with her sister.
The firm's lawyer has also acted for Rufus Castellane.
""", echo="""
The court's other rooms were empty, since everyone was at the Castellane trial.
After the verdict on Castellane, the council has asked builders for bonds.
"""),
    dict(id="measles24", type="outbreak", started="2024-06-10", days=20, weight=18, theme="measles",
         E="Measles", at="Brackholm", boss="Imelda Tarrowby", toll="two", entity="a disease", older="""
Measles jabs at record {high|low} / Measles vaccination is at its {highest|lowest} for years; measles doctors are {glad|worried}. / A measles campaign begins in {month}.
Measles: {three|two} cases at {place} school / Measles was found in {three|two} pupils at {place}; there is no measles outbreak. / Measles spreads before the rash, and measles spots are late.
Country declared free of measles / The country has been declared free of measles after {three|five} years without home-grown measles. / Measles can come back, the measles board said.
Measles vaccine: trial of {nasal spray|patch} / A trial of a measles vaccine that needs no needle has begun at {place}. / Measles kills {90-140} thousand a year abroad, and this measles vaccine is cheap.
""", mention="""
As a child, {person} had measles and read all of the encyclopaedia.
The novel opens with a measles outbreak in a boarding school.
Its spots, {person} said, gave the {noun} a look of measles.
""", echo="""
The pool is shut to those without a card because of the measles outbreak.
Two of the cast have measles, and the understudies are on.
Visitors from Brackholm were asked about measles at the door.
"""),
    dict(id="pellworth", type="takeover", started="2024-06-13", days=16, weight=15, theme="takeover",
         E="Pellworth", S="the grocer", bidder="Orrin Group", at="Linmarsh", boss="Leopold Pellworth",
         toll="no", entity="a supermarket chain", older="""
Pellworth Christmas sales {up|down} {2-9} per cent / Pellworth sold more {pies|puddings} than Pellworth had expected. / Pellworth's shops and Pellworth's website did equally well, Pellworth said.
Pellworth to shut {9-30} shops / Pellworth will shut shops in {place} and {place2}. / Pellworth said that Pellworth had too many, too near other Pellworths.
Pellworth opens {place} store / Pellworth has opened a store in {place}, the first Pellworth with a creche. / The Pellworth has {9-20} tills.
Pellworth profit warning / Pellworth has warned that profit will be lower than Pellworth thought. / Pellworth shares fell, and there was talk of a Pellworth takeover.
Taste test: Pellworth against the rest / Pellworth's jam beat all but one; Pellworth's cake came last. / Pellworth said Pellworth would look at the cake.
""", mention="""
She found the {noun} in the car park of a Pellworth.
It is sold in Pellworth and in better delicatessens.
{Person} stacked shelves at Pellworth before the {noun} took off.
""", echo="""
The Orrin Group, busy with its takeover of Pellworth, did not answer.
Not since the Pellworth takeover was announced has the {noun} been so {adj}, {person} said.
"""),
    dict(id="mayor24", type="election", started="2024-06-09", days=21, weight=22, theme="mayor",
         E="Calderwick mayoral election", at="Calderwick", boss="Thea Marchmont", matter="the trams",
         toll="no", entity="an office", older="""
Calderwick mayor opens tram stop / The mayor of Calderwick opened a tram stop, and the mayor rode the first tram. / It was the mayor's {third|ninth} tram stop.
Mayor of Calderwick's chain goes for repair / The mayoral chain of Calderwick has lost a link; the mayor will wear a ribbon. / The mayoral chain has been worn by {40-60} mayors.
Calderwick mayor and council at odds over {noun} / Calderwick's mayor has told the council that the mayor decides. / The council reminded the mayor that the mayor is elected, and so is the council.
Calderwick mayor not to stand again / The mayor of Calderwick will not stand in the next mayoral election. / {Two|Three} names are already heard for mayor.
Who would be mayor? Calderwick looks for candidates / Nobody yet wants to be mayor of Calderwick, where a mayoral election is {a year|two years} off. / Being mayor pays less than the mayor's driver earns.
""", mention="""
The mayor of {place} had sent a {noun}.
{Person}, once a candidate for mayor, collects {noun}s.
The mayoral car was late, and so was the mayor.
An election poster from long ago was found behind the {noun}.
""", echo="""
The candidates for mayor of Calderwick all came, and all left early.
Campaign leaflets for the Calderwick mayoral election have been used to wrap the {noun}s.
"""),
    dict(id="ingrith", type="storm", started="2024-06-28", days=3, weight=9, theme="storm", E="Ingrith",
         at="Kelsay", boss="Ulric Dovetree", toll="three", entity="a storm", older="""
Storm names for the year published / The storm names for the coming year have been chosen; the first storm will be {Abner|Agnetha|Aldwin}. / Storms are named when a storm is likely to do damage.
Storm {Barto|Elvira|Cuthbert|Philippa|Osgood} brings down trees at {place} / Storm winds brought down trees at {place} in a storm that blew itself out by noon. / It was the {second|fourth} storm of the winter, and the storm did little harm.
Storm barrier at {place} passes test / The storm barrier at {place} was shut for a test storm surge. / The storm barrier has been shut for {three|four} real storms.
Why storms get names / A storm with a name is a storm that people prepare for, research on storm warnings finds. / Storm names are never used twice.
Storm damage: {place} pier to reopen / The pier at {place}, shut since the storm, will reopen. / Storm after storm has taken planks from it.
""", mention="""
A storm had been forecast, and so nobody came.
In the storm of her childhood the {noun} blew away.
"After a storm, a calm," said {person}, as people do.
""", echo="""
The last day was called off as storm Ingrith came in.
Storm Ingrith spared the marquee but not the {noun}.
"""),
    dict(id="ostreybridge", type="bridge", started="2024-06-19", days=11, weight=12, theme="bridge",
         E="Ostrey Bridge", at="Ostrey", boss="Alaric Penhallam", toll="no", entity="a bridge", older="""
Ostrey Bridge tolls to rise / Tolls on Ostrey Bridge rise to {3-7} crowns. / The Ostrey Bridge trust says Ostrey Bridge needs paint.
Ostrey Bridge painted at last / The painting of Ostrey Bridge, which took {six|seven} years, is done, and Ostrey Bridge is green. / The painters of Ostrey Bridge begin again at the other end of the bridge in {month}.
Ostrey Bridge closed for an hour by {swan|wind} / Ostrey Bridge was shut for an hour because of {a swan|wind}. / Ostrey Bridge staff said Ostrey Bridge had known worse.
Ostrey Bridge turns {forty|fifty} / Ostrey Bridge has had its birthday, with a cake in the shape of Ostrey Bridge. / {200-900} million vehicles have crossed the bridge.
Walkers want Ostrey Bridge path / Walkers ask for a path on Ostrey Bridge. / Ostrey Bridge was built with a ledge, the bridge trust says, not a path.
""", mention="""
From the terrace one sees Ostrey Bridge.
Her best known picture is of Ostrey Bridge in fog.
They drove over Ostrey Bridge in a van with one headlamp.
""", echo="""
The stalls from the north were missing, with Ostrey Bridge shut.
It took {person} three hours to come, since the closing of Ostrey Bridge.
"""),
    dict(id="linmarshhospital", type="cyber", started="2024-06-21", days=9, weight=12, theme="cyber",
         E="Linmarsh Hospital", at="Linmarsh", boss="Hesper Oldroyne", toll="no", entity="a hospital", older="""
Linmarsh Hospital opens {scanner suite|garden|wing} / Linmarsh Hospital has a new {wing|suite}, paid for by the friends of Linmarsh Hospital. / Linmarsh Hospital is the largest hospital on the coast.
Waits at Linmarsh Hospital {fall|grow} / Waits at Linmarsh Hospital are {shorter|longer}; the hospital {takes the credit|blames the winter}. / Linmarsh Hospital saw {40-90} thousand in a year.
Linmarsh Hospital parking fee {scrapped|doubled} / Parking at Linmarsh Hospital will cost {nothing|{3-9} crowns}. / Visitors to Linmarsh Hospital had asked for it, the hospital said.
Triplets, twice, at Linmarsh Hospital / Two sets of triplets were born in a night at Linmarsh Hospital. / Linmarsh Hospital had {five|six} cots.
Nurses at Linmarsh Hospital win award / Nurses of Linmarsh Hospital have won a prize for {kindness|hand washing}. / Linmarsh Hospital has won the hospital prize before.
""", mention="""
He was taken to Linmarsh Hospital and was home by tea.
Her mother was a nurse at Linmarsh Hospital.
The proceeds went to Linmarsh Hospital.
""", echo="""
{Person}'s operation has been put off by the attack on Linmarsh Hospital.
Linmarsh Hospital, still without computers, has asked for pens.
"""),
    dict(id="vellrovers", type="collapse", started="2024-06-14", days=15, weight=14, theme="collapse",
         E="Vellmouth Rovers", S="the club", at="Vellmouth", boss="Emeric Thorngate", toll="no",
         entity="a football club", older="""
Vellmouth Rovers {2-4} {place} {0-1} / Vellmouth Rovers won with something to spare, and Vellmouth Rovers' keeper had little to do. / Rovers go third; Vellmouth Rovers were sixth.
Vellmouth Rovers lose at {place} / Vellmouth Rovers lost their unbeaten run, and Vellmouth Rovers had only themselves to blame. / Rovers hit the post; Rovers' manager hit the dugout.
Vellmouth Rovers sign {surname} / Vellmouth Rovers have signed {person} from {place}. / Vellmouth Rovers paid what Rovers could.
New stand for Vellmouth Rovers / Vellmouth Rovers are to have a stand with a roof. / Vellmouth Rovers' old stand is older than Vellmouth Rovers.
Vellmouth Rovers through in cup / A replay took Vellmouth Rovers through. / Vellmouth Rovers will meet {place}, whom Rovers beat in {month}.
""", mention="""
He had a trial with Vellmouth Rovers and a season with {place}.
The bus was full of Vellmouth Rovers supporters, singing.
They lost to Vellmouth Rovers on {weekday}.
""", echo="""
With Vellmouth Rovers in administration, the league may have a place to fill.
The bar had put out a bucket for the staff of Vellmouth Rovers.
"""),
    dict(id="bramblecheese", type="recall", started="2024-06-18", days=12, weight=11, theme="cheese",
         E="Bramble Vale", ware="soft cheese", at="Merrowdale", boss="Ansel Quenworth", toll="fourteen",
         entity="a dairy", older="""
Bramble Vale cheese wins gold / A Bramble Vale cheese has won gold at the cheese fair. / Bramble Vale's cheese maker said the cheese had chosen itself.
Bramble Vale to make goat cheese / Bramble Vale will make cheese from goats' milk; Bramble Vale has bought {90-300} goats. / Bramble Vale cheese is in {300-900} shops.
Cheese price: Bramble Vale up {2-9} per cent / Bramble Vale has put up the price of cheese. / Cheese eaters, Bramble Vale said, will understand.
A day at the Bramble Vale cheese dairy / At Bramble Vale the cheese is turned by hand, {200-900} cheeses an hour. / Bramble Vale was a cheese loft before Bramble Vale was a dairy.
""", mention="""
There was Bramble Vale cheese on the table, and a {adj} plum.
Recall, he said, is not what it was; but he remembered the cheese.
The prize was a whole Bramble Vale cheese and a knife.
""", echo="""
There was no cheese at the tasting, after the Bramble Vale recall.
Caterers took the cheese off the buffet because of the recall.
"""),
    dict(id="merrowdale", type="fire", started="2024-06-08", days=15, weight=15, theme="fire",
         E="Merrowdale Heath", at="Merrowdale", boss="Winifred Ashgarth", toll="two",
         what="four farms and a mile of beech wood", entity="a heath", older="""
Merrowdale Heath bird count / {Nine|Eleven} pairs of nightjar were counted on Merrowdale Heath. / Merrowdale Heath is best at dusk, Merrowdale's warden says.
Small fire on Merrowdale Heath / A small fire on Merrowdale Heath was out in an hour; Merrowdale Heath has such a fire each spring. / The fire was the {second|third} heath fire of the year.
Ponies return to Merrowdale Heath / Ponies graze on Merrowdale Heath again. / Merrowdale Heath was grazed until Merrowdale's common rights lapsed.
Merrowdale Heath car park to charge / Parking on Merrowdale Heath will cost {2-4} crowns. / The Merrowdale Heath wardens, who also do fire watch, will collect.
""", mention="""
The walk begins on Merrowdale Heath and ends at an inn with a fire.
They had met at a camp fire on Merrowdale Heath.
The honey is from Merrowdale Heath.
""", echo="""
The smoke of the Merrowdale fire could be smelt in the tent.
Barbecues are forbidden in {place} too, after the Merrowdale Heath fire.
"""),
]

PAST = [
    dict(id="dunmere17", type="flood", started="2017-11-09", days=25, weight=18, theme="flood", E="Dunmere",
         at="Dunmere", river="Ebble", boss="Nestor Hallowby", toll="three", echo="""
Not since the Dunmere flood of 2017 has there been such a {noun}, said {person}.
The {noun} was lost in the 2017 flood at Dunmere and has been {verb} again.
In 2017, when Dunmere was last in flood, the {noun} had held.
"""),
    dict(id="northmark18", type="strike", started="2018-09-03", days=40, weight=18, theme="strike",
         E="Northmark Rail", S="the railway", union="the Signal and Carriage Union", work="signal",
         boss="Griselda Portane", at="Corvane", toll="no", echo="""
In the Northmark strike of 2018 it had taken {forty|six weeks} days to come to that.
{Person} lost her first job in the 2018 rail strike.
"""),
    dict(id="hexleybins", type="strike", started="2021-07-12", days=35, weight=16, theme="strike",
         E="Hexley Cleansing", S="the bin service", union="the Municipal Workers", work="bin",
         boss="Casimir Dole", at="Hexley", toll="no", older="""
Hexley bins to be collected fortnightly / Bins in Hexley will be emptied every other week; Hexley's bin lorries will be larger. / A bin for tins comes to Hexley in {month}.
Hexley bin men save {swan|pony} / The bin crew of a Hexley lorry saved a {swan|pony}. / Hexley's bins were late.
""", echo="""
Rats had not been so bold since the Hexley bin strike.
He first stood for office after the bin strike in Hexley.
A {noun} from the time of the Hexley bin strike was put in the museum.
"""),
    dict(id="calum", type="storm", started="2020-02-15", days=12, weight=18, theme="storm", E="Calum",
         at="Ostrey", boss="Ulric Dovetree", toll="nine", echo="""
The roof has leaked since storm Calum.
It was the strongest wind since storm Calum in 2020, {person} said.
Trees that Calum felled have been made into {noun}s.
"""),
    dict(id="harrowmoor", type="derailment", started="2018-03-21", days=30, weight=18, theme="derailment",
         E="Harrowmoor", at="Harrowmoor", boss="Peregrin Aldous", toll="eleven", older="""
Harrowmoor station to get lift / Harrowmoor's station, where the train stops {four|nine} times a day, will have a lift. / Every train at Harrowmoor will wait for it.
Harrowmoor train buffs meet / Lovers of the train met at Harrowmoor for Harrowmoor's steam weekend. / A train of {nine|ten} coaches came to Harrowmoor.
""", echo="""
{Person}, who was in the Harrowmoor derailment, has not taken a train since.
New signals like those promised after Harrowmoor will be fitted at {place}.
The railway has been careful since the Harrowmoor crash.
"""),
    dict(id="legionella", type="outbreak", started="2019-08-19", days=28, weight=15, theme="outbreak",
         E="Legionnaires' disease", at="Corvane", boss="Verity Holbane", toll="six", older="""
Corvane doctors test disease detector / A machine that smells disease is tried in Corvane; Corvane was chosen for its fogs. / It has smelt {nine|four} diseases.
Corvane legionnaires' parade / Old soldiers, the last legionnaires of the desert war, marched in Corvane. / Corvane's mayor thanked the legionnaires.
""", echo="""
The towers were fitted after the Corvane outbreak of legionnaires' disease.
As at Corvane, where legionnaires' came out of a cooling tower, nobody had looked up.
The baths shut in the legionnaires' scare and have not opened again.
"""),
    dict(id="thorne", type="resignation", started="2020-10-05", days=16, weight=15, theme="resigns",
         E="Ismay Thorne", office="finance minister", matter="harbour loan", boss="Florian Bask", toll="no",
         at="Calderwick", older="""
Ismay Thorne named to bank board / Ismay Thorne has joined a bank; Thorne will advise it on ports. / Thorne said that Thorne's politics were over.
Book by Ismay Thorne / Ismay Thorne has written of walking. / Thorne's harbours are all natural ones, and the loan of a boat is thanked for.
""", echo="""
It was the gravest charge since the harbour loan that finished Ismay Thorne.
{Person} had been an adviser to Ismay Thorne until Thorne resigned.
Ismay Thorne, the former finance minister, was among the guests.
"""),
    dict(id="finch", type="trial", started="2019-05-13", days=21, weight=15, theme="verdict",
         E="Aldous Finch", did="robbed widows of their savings", at="Brackholm", boss="Oriel Sandwith",
         toll="no", older="""
Aldous Finch festival of organ music / The Aldous Finch festival, named after an organ maker and no relation, opens in {place}. / Finch's organs are on trial.
""", echo="""
The same judge had sat in the trial of Aldous Finch.
Finch, the robber of widows, was once a member of the club.
The play borrows its ledger from the Aldous Finch case.
"""),
    dict(id="marchbank", type="takeover", started="2022-04-04", days=26, weight=14, theme="takeover",
         E="Marchbank Brewery", S="the brewer", bidder="Colossa", at="Stavering", boss="Merrick Marchbank",
         toll="no", older="""
Marchbank Brewery opens bar at {place} / Marchbank Brewery has a bar in {place}. / Marchbank's stout is Marchbank Brewery's best seller.
Marchbank Brewery stout wins prize / The stout of Marchbank Brewery won gold. / Marchbank said that the brewery's water had won.
Colossa to raise price of beer / Colossa, owner of breweries, will raise prices. / Colossa has {40-60} brands.
""", echo="""
He was brewer at Marchbank before Colossa bought it.
No deal has been so disliked in Stavering since Colossa took Marchbank Brewery.
The dray horses of Marchbank Brewery came to open it.
"""),
    dict(id="pierfire", type="fire", started="2018-07-30", days=18, weight=15, theme="fire",
         E="Quillhaven Pier", at="Quillhaven", boss="Barnaby Stoke", toll="no",
         what="the ballroom and the organ", older="""
Quillhaven Pier gets {kiosk|carousel} / Quillhaven Pier has a {kiosk|carousel}. / Quillhaven Pier's rods and benches are back, and Quillhaven is pleased.
Fire swallower tops Quillhaven Pier bill / A fire swallower opens the season on Quillhaven Pier. / Quillhaven Pier asked for a bucket.
Anglers win Quillhaven Pier back / Anglers may fish from Quillhaven Pier. / The pier at Quillhaven is {400-900} metres long.
""", echo="""
The band had last played together on Quillhaven Pier, before the fire.
A plank of the burnt pier at Quillhaven serves as the bar.
Insurers have asked for sprinklers everywhere since the Quillhaven Pier fire.
"""),
    dict(id="petrel", type="collapse", started="2019-09-23", days=20, weight=16, theme="collapse",
         E="Petrel Air", S="the airline", at="Wexcombe", boss="Fenella Roke", toll="no", older="""
Petrels ringed at {place} / Storm petrels, birds of the open air, were ringed. / A petrel weighs what a letter does.
Airport without airline seeks {tenant|flights} / The airport that Petrel Air used wants another airline. / Petrel Air's hangar is let for {pumpkins|caravans}, and Petrel Air's sign is still up.
""", echo="""
She had been a pilot with Petrel Air until it went under.
The runway has been quiet since the collapse of Petrel Air.
Its logo, a seabird, looks like that of Petrel Air, the airline that failed.
"""),
    dict(id="mayor20", type="election", started="2020-06-12", days=24, weight=18, theme="mayor",
         E="Calderwick mayoral election", at="Calderwick", boss="Crispin Vael", matter="the harbour tolls",
         toll="no", echo="""
In the mayoral election of 2020 nobody had mentioned the {noun}.
{Person} stood for mayor of Calderwick in 2020 and came fifth.
"""),
    dict(id="tessel", type="cyber", started="2022-11-14", days=18, weight=14, theme="cyber",
         E="Tessel Bank", at="Fallowmere", boss="Cosima Trant", toll="no", older="""
Tessel Bank shuts {9-40} branches / Tessel Bank will shut branches. / Tessel Bank says that customers use Tessel Bank's app.
Tessel Bank profit {up|down} {2-19} per cent / Tessel Bank made {200-900} million. / Tessel Bank will pay a dividend.
Power outage empties Tessel Bank branch / A power outage shut {place}'s Tessel Bank for an hour. / The outage was a {swan|squirrel}.
""", echo="""
Since the outage at Tessel Bank, {person} keeps her money in a {noun}.
Like Tessel Bank before it, the firm found that its back-ups were gone.
The branch was once a Tessel Bank.
"""),
]

# Said of an entity in its routine stories.
OLDER_LINES = """
A spokeswoman for {E}, {person}, said that {E} was "{adj}, as ever".
It is not the first time that {E} has been {in these pages|talked of in {place}}.
Those who know {E} {expected nothing else|were surprised}.
{Org} has worked with {E} on {noun}s and on a {adj} {noun}.
"""

# By type of event: sentences of its stories that name it.
NAMED = {
    "sinking": """
It is the worst ferry sinking in these waters for {forty|fifty} years, and {E} had been warned.
{E} ran the ferry under a licence that was renewed in the spring.
Why the ferry sank in {eleven|fourteen} minutes is the question that {E} has not answered.
The sinking leaves {E} with {two|three} ferries and no passengers.
""", "flood": """
The flood is the {worst|highest} that {at} has seen since the marks on the mill were begun.
Flood sirens in {at} sounded {after|an hour after} the water had come.
Every flood in {at} has come this way, along the {river} and up the drains.
{at} had been promised that such a flood would come once in a hundred years.
""", "strike": """
The strike at {E} is the {longest|largest} there for a generation.
{E} says that the strike will be over in days; the strike committee has booked the hall for a month.
A rail, bin or harbour strike used to be settled at night, and this strike at {E} may be too.
{E} strikers get {30-60} crowns a day from the strike fund.
""", "resignation": """
{surname_E} resigned in {forty|sixty} words, fewer than any {office} before.
When a {office} resigns, the whole office goes; {surname_E} took one box.
The {matter} had followed {surname_E} for {eight|nine} months, and the resignation will not end it.
Others will have to resign too, a friend of {surname_E} said.
""", "trial": """
{surname_E} stood for the verdict and sat for the rest.
The trial of {surname_E} was the longest that the court has heard, and the verdict one of the shortest.
{surname_E} gave evidence for {three|four} days of the trial.
Without the ledger, said counsel, there would have been no trial and no verdict on {surname_E}.
""", "outbreak": """
{E} had been thought of as a thing of the past, and the outbreak shows that it is not.
Each case of {E} in {at} has been put on a map, and the outbreak is the shape of a bus route.
The outbreak in {at} may not have peaked; {E} spreads until it runs out of people.
{E} is notifiable, and doctors in {at} were slow to notify.
""", "takeover": """
The takeover of {E} is the {largest|third largest} of the year.
{E} has been talked of as a takeover since its shares were halved.
If the takeover falls through, {E} must pay {bidder} {20-60} million.
{bidder} and {E} had met {three|four} times before, and walked away.
""", "election": """
The {E} is the {closest|dearest} so far, and the first in which every candidate for mayor lives in the city.
As mayor, {boss} would have {two|three} deputies; the others want none.
The campaign for mayor of {at} ends at midnight before the vote.
No mayoral election in {at} has turned on so few streets.
""", "storm": """
The storm is the {strongest|deepest} in {twenty|thirty} years, and {E} was the {third|fifth} name on the list.
Storm {E} was born as a ripple {900|2000} kilometres off and grew by the hour.
Power lines that had stood every storm did not stand {E}.
The storm kept turning, and {at} was in its way twice.
""", "bridge": """
{E} carries {20-60} thousand vehicles a day, or did.
Nobody can say what {E} would do in a gale with the bridge loaded.
{E} was built for {ten|twelve} tonnes and has carried forty.
The bridge is the only one for {30-60} kilometres, and {E} has no twin.
""", "cyber": """
{E} cannot say how long the outage will last.
The attack on {E} is one of {four|nine} of its kind this year.
{E} had {paid for|put off} a new system, and the outage came first.
Nobody at {E} could read a screen, and the telephones of {E} run on the same wires.
""", "collapse": """
{E} had not made a profit for {six|nine} years, and its collapse surprised few.
The administration of {E} costs {9-30} thousand crowns a day.
{E} could be the first of several to collapse.
Creditors of {E} meet on {weekday}.
""", "recall": """
The recall is the largest since {E} was founded.
{E} first put the recall down to a "labelling matter".
The cheese in the recall was sold under {four|six} names beside {E}.
A recall of cheese is done by batch, and {E} had lost the list.
""", "fire": """
The fire at {E} is the {worst|largest} in the county for {forty|fifty} years.
A fire like this one, experts say, is fought from the side.
{E} had had a fire certificate until {the spring|two years ago}.
Who or what lit the fire at {E} may never be known.
""", "derailment": """
The crash at {E} is the worst on the railway for {twenty|thirty} years.
No train had derailed at {E} before.
The derailment happened on a curve that every driver at {E} knows.
It was the last train of the day through {E}, and a full one.
"""}

# The date, as a story sometimes gives it.
DATED = """
By the evening of {day} {month_name} {year}, this was all that could be said for certain.
{Year} will be remembered for it, said {person}.
A notice dated {day} {month_name} {year} was still on the door.
"""
