// SPDX-License-Identifier: GPL-3.0-or-later
/* What must be refused from the law to the award, a row each: law, holidays, councils, decisions, awards, the fund; and
 * what may stand with a reason. */

#include "bad-input.h"

#include <glib/gstdio.h>
#include <string.h>

/* A row a line, however long. */
/* clang-format off */
static const BadInput law[] = {
  { NULL, "law set-rule foo 5", 4, "there is no rule “foo”; “bangvang-cli law rules” lists them", FALSE },
  { NULL, "law set-rule '' 5", 4, "there is no rule “”; “bangvang-cli law rules” lists them", FALSE },
  { NULL, "law set-rule lead.share 5", 4, "there is no rule “lead.share”; “bangvang-cli law rules” lists them", FALSE },
  { NULL, "law add-title --code '' --name x --kind title --level district", 4, "The code is missing.", TRUE },
  { NULL, "law add-title --code LDTT --name x --kind title --level district --subjects person", 4, "The code LDTT is taken: Lao động tiên tiến.", TRUE },
  { NULL, "law add-title --code NTVT --name '' --kind title --level district --subjects person", 4, "The name is missing.", TRUE },
  { NULL, "law add-title --code NTVT --name x --kind foo --level district --subjects person", 4, "“foo” is not in the list.", TRUE },
  { NULL, "law add-title --code NTVT --name x --kind title --level foo --subjects person", 4, "“foo” is not in the list.", TRUE },
  { NULL, "law add-title --code NTVT --name x --kind title --level district --subjects foo", 2, "there is no subject “foo”: person, unit or household", FALSE },
  { NULL, "law add-title --code NTVT --name x --kind title --level district", 4, "Say who decides, as it stands on the paper.", TRUE },
  { NULL, "law add-title --code NTVT --name x --kind title --level district --subjects person --coefficient -1", 4, "Say who decides, as it stands on the paper.", TRUE },
  { NULL, "law add-title --code NTVT --name x --kind title --level district --subjects person --coefficient abc", 4, "Say who decides, as it stands on the paper.", TRUE },
  { NULL, "law add-title --code NTVT --name x --kind title --level district --subjects person --coefficient 99999", 4, "Say who decides, as it stands on the paper.", TRUE },
  { NULL, "law add-title --code NTVT --name x --kind title --level district --subjects person --certificate foo", 4, "Say who decides, as it stands on the paper.", TRUE },
  { NULL, "law add-title --code NTVT --name x --kind title --level district --subjects person --from 1/1/2023 --to 1/1/2022", 4, "Say who decides, as it stands on the paper.", TRUE },
  { NULL, "law add-title --code 'a b' --name x --kind title --level district --subjects person", 4, "A code is written with capital letters A to Z, digits and hyphens.", TRUE },
  { NULL, "law add-title --code 'NTVT' --name '@LONG' --kind title --level district --subjects person", 4, "The name is too long: at most 300 characters.", TRUE },
  { NULL, "law add-title --code '@LONG' --name 'x' --kind title --level district --subjects person", 4, "A code is written with capital letters A to Z, digits and hyphens.", TRUE },
  { NULL, "law edit-title FOO --name x", 4, "there is no local title “FOO”", FALSE },
  { NULL, "law edit-title LDTT --name x", 4, "there is no local title “LDTT”", FALSE },
  { NULL, "law delete-title FOO", 4, "There is no local title “FOO”.", FALSE },
  { NULL, "law add-file /nonexistent", 4, "“nonexistent” is no file.", FALSE },
  { NULL, "law add-file /etc/passwd", 4, "“passwd” is no file of law: its name must end with .json.", FALSE },
  { NULL, "law remove-file foo", 4, "“foo” is no file of law: its name must end with .json.", FALSE },
  { NULL, "law show FOO", 4, "the regime “luat-2003-nd91” has no award “FOO”", FALSE },
  { NULL, "law list --date 1/1/1900", 4, "No regime is known for 01/01/1900.", FALSE },
  { NULL, "law list --regime foo", 4, "There is no regime “foo”.", FALSE },
};

static const BadInput holidays[] = {
  { NULL, "nomination holidays add '' --name x", 4, "The date is missing.", FALSE },
  { NULL, "nomination holidays add 31/4/2023 --name x", 4, "The day “31/4/2023” does not exist in the calendar.", FALSE },
  { NULL, "nomination holidays add 2/5/2023", 4, "Write why the day is off.", TRUE },
  { NULL, "nomination holidays add 3/5/2023 --name '@LONG'", 4, "“ƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠ", TRUE },
  { NULL, "nomination holidays add 1/5/2023 --name x", 4, "01/05/2023 is off already.", FALSE },
  { NULL, "nomination holidays add 6/5/2023 --name x", 4, "06/05/2023 is off already.", FALSE },
  { "nomination holidays add 4/5/2023 --name x", "nomination holidays add 4/5/2023 --name x", 4, "The office has entered 04/05/2023 already: take that entry back first.", FALSE },
  { "nomination holidays add 4/5/2023 --name x", "nomination holidays add 4/5/2023 --name y", 4, "The office has entered 04/05/2023 already: take that entry back first.", FALSE },
  { NULL, "nomination holidays work 4/5/2023", 4, "04/05/2023 is a working day already.", FALSE },
  { "nomination holidays work 6/5/2023", "nomination holidays work 6/5/2023", 4, "The office has entered 06/05/2023 already: take that entry back first.", FALSE },
  { NULL, "nomination holidays remove 4/5/2023", 4, "The office has changed nothing about 04/05/2023.", FALSE },
  { NULL, "nomination holidays add 4/5/1723 --name x", 4, "04/05/1723 is no day of this calendar: it knows the years 1945 to 2200.", FALSE },
  { NULL, "nomination holidays add 4/5/9723 --name x", 4, "The day “4/5/9723” does not exist in the calendar.", FALSE },
  { NULL, "nomination holidays add foo --name x", 4, "“foo” is not a date. Write day, month and year: 05/02/2024.", FALSE },
};

static const BadInput fund[] = {
  { NULL, "fund add --kind income --amount 0 -t x", 4, "The amount must be more than 0 đồng.", FALSE },
  { NULL, "fund add --kind income --amount -5 -t x", 2, "“-5” cannot be: an amount is whole đồng and not below zero.", FALSE },
  { NULL, "fund add --kind income --amount 9223372036854775807 -t x", 2, "“9223372036854775807” cannot be: an amount is whole đồng and not below zero.", FALSE },
  { NULL, "fund add --kind income --amount 999999999999999999 -t x", 2, "“999999999999999999” cannot be: an amount is whole đồng and not below zero.", FALSE },
  { NULL, "fund add --kind income --amount 5x -t x", 2, "“5x” is not an amount of money. Write it like 2.340.000.", FALSE },
  { NULL, "fund add --kind income -t x", 2, "give --kind and --amount", FALSE },
  { NULL, "fund add --kind income --amount 5 -t x --date 1/1/2999", 4, "The year of the book must be between 1945 and 2200.", TRUE },
  { NULL, "fund add --kind income --amount 5 -t x --date 1/1/2022 -y 2023", 4, "The date lies outside the year 2023 of the book.", FALSE },
  { NULL, "fund add --kind income --amount 5 -t x -y 1800", 4, "The year of the book must be between 1945 and 2200.", TRUE },
  { NULL, "fund add --kind bonus --amount 5 -t x", 4, "A paid bonus belongs to its decision: enter it as paid for that decision, or choose another kind.", FALSE },
  { NULL, "fund add --kind income --amount 5 -t x -d 124", 4, "Only paid bonuses belong to a decision: choose another kind, or leave the decision out.", FALSE },
  { NULL, "fund add --kind bonus --amount 5 -t x -d 999", 4, "no decision has the number “999”; “bangvang-cli list decisions” shows all", FALSE },
  { NULL, "fund add --kind bonus --amount 5 -t x -d '#10'", 4, "The decision is still a draft: its bonus cannot be paid yet.", FALSE },
  { NULL, "fund add --kind bonus --amount 5 -t x -d 124", 4, "Of the bonus of decision 124/QĐ-UBND only 0 đồng is still to be paid. When another amount is paid, write it into the line of the list first.", FALSE },
  { NULL, "fund add --kind bonus --amount 999000000 -t x -d 125", 4, "Of the bonus of decision 125/QĐ-UBND only 24.300.000 đồng is still to be paid. When another amount is paid, write it into the line of the list first.", FALSE },
  { NULL, "fund add --kind carried --amount 5 -t x", 4, "The book of 2023 has its opening amount already: change that entry.", FALSE },
  { NULL, "fund add --kind income --amount 5 -t '@LONG'", 4, "“ƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠ", FALSE },
  { NULL, "fund add --kind income --amount 5 -t x --note '@LONG'", 4, "“ƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠ", FALSE },
  { NULL, "fund add --kind income --amount 5 -t x --document '@LONG'", 4, "“ƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠ", FALSE },
  { NULL, "fund add --kind foo --amount 5 -t x", 2, "there is no kind “foo”: carried, income, bonus, object, work or other", FALSE },
  { NULL, "fund pay 124", 4, "Of the bonus of decision 124/QĐ-UBND nothing is left to be paid.", FALSE },
  { NULL, "fund pay 999/QĐ", 4, "no decision has the number “999/QĐ”; “bangvang-cli list decisions” shows all", FALSE },
  { NULL, "fund pay '#10'", 4, "The decision is still a draft: its bonus cannot be paid yet.", FALSE },
  { NULL, "fund pay 125 --date 1/1/2999", 4, "The year of the book must be between 1945 and 2200.", TRUE },
  { NULL, "fund pay 125 --date 1/1/2020", 4, "Decision 125/QĐ-UBND is of 20/03/2023: its bonus is paid on that day or later.", FALSE },
  { NULL, "fund carry 2023", 4, "The year 2023 is not over yet: carry over when it is.", FALSE },
  { NULL, "fund carry 1200", 2, "“1200” is no year", FALSE },
  { NULL, "fund carry abc", 2, "“abc” is no year", FALSE },
  { NULL, "fund delete '#99'", 4, "The entry of the fund is no longer there.", FALSE },
  { NULL, "fund delete 1x", 4, "“1x” is no number of a record: write it as in #12", FALSE },
  { NULL, "fund list -y abc", 2, "Cannot parse integer value “abc” for -y", FALSE },
  { NULL, "fund status --need abc", 2, "“abc” is not an amount of money. Write it like 2.340.000.", FALSE },
  { NULL, "fund status --need -5", 2, "“-5” cannot be: an amount is whole đồng and not below zero.", FALSE },
};

static const BadInput decision[] = {
  { NULL, "decision new", 4, "The subject of the decision is missing.", FALSE },
  { NULL, "decision new -t '' -y 2022", 4, "The subject of the decision is missing.", FALSE },
  { NULL, "decision new -t x -y 1800", 4, "The year of the achievement must be between 1945 and 2200.", FALSE },
  { NULL, "decision new -t x -y 2090", 4, "The year 2090 has not begun: an achievement comes before its award.", FALSE },
  { NULL, "decision new -t '@LONG' -y 2022", 4, "“ƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠ", FALSE },
  { NULL, "decision new -t x -y 2022 --regime foo --regime-reason x", 4, "There is no regime “foo”.", FALSE },
  { NULL, "decision new -t x -y 2022 --regime luat-2022-nd98", 4, "Write why another law than that of the date holds for this decision.", FALSE },
  { NULL, "decision new -t x --received --number 1/QĐ --date 1/1/2023", 4, "Write who issues the decision.", FALSE },
  { NULL, "decision new -t x --received --number 1/QĐ --issuer X", 4, "The date of the decision is missing.", FALSE },
  { NULL, "decision new -t x --received --date 1/1/2023 --issuer X", 4, "A decision received from elsewhere needs its number.", FALSE },
  { NULL, "decision new -t x --received --number 1/QĐ --date 1/1/2099 --issuer X", 4, "The year 2099 has not begun: an achievement comes before its award.", TRUE },
  { NULL, "decision new -t x --received --number 1/QĐ --date 1/1/1400 --issuer X", 4, "The year of the achievement must be between 1945 and 2200.", FALSE },
  { NULL, "decision new -t x --received --number 203/QĐ-UBND --date 15/2/2023 --issuer 'Chủ tịch Ủy ban nhân dân tỉnh Sơn La'", 4, "Decision 203/QĐ-UBND already exists in 2023: choose another number.", FALSE },
  { NULL, "decision new -t x --received --number '@LONG' --date 15/2/2023 --issuer X", 4, "“ƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠ", FALSE },
  { NULL, "decision new -t x -y 2022 --level foo", 2, "there is no level “foo”", FALSE },
  { NULL, "decision add '#10' 'Thào A Sang'", 2, "name the award by --form CODE", FALSE },
  { NULL, "decision add '#10' 'Thào A Sang' --form FOO", 4, "The law of that day knows no award “FOO”.", FALSE },
  { NULL, "decision add '#10' 'Thào A Sang' --form GKH --manner XX", 2, "there is no manner “XX”: CT, DX, PT, CH, NH, DN or KC", FALSE },
  { NULL, "decision add '#10' 'Thào A Sang' --form GKH --achievement '@LONG'", 4, "“ƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠ", FALSE },
  { NULL, "decision add '#10' 'Ai đó' --form GKH", 4, "nobody in the register is called “Ai đó”", FALSE },
  { NULL, "decision add '#99' 'Thào A Sang' --form GKH", 4, "The decision is no longer there.", FALSE },
  { NULL, "decision add '#10' 'Thào A Sang' --form TTLDTT", 4, "“Tập thể lao động tiên tiến” is not for persons.", FALSE },
  { NULL, "decision issue '#10' --date 1/1/2020", 4, "The decision stands before the year 2023 whose achievement it honours.", FALSE },
  { NULL, "decision issue '#10' --date 1/1/2031", 4, "The date of the decision lies in the future.", FALSE },
  { NULL, "decision issue '#10' --number 125/QĐ-UBND", 4, "Decision 125/QĐ-UBND already exists in 2023: choose another number.", FALSE },
  { NULL, "decision issue '#10' --number ''", 4, "“” is no number of a decision: write 5 or 05/QĐ-UBND.", FALSE },
  { NULL, "decision issue '#10' --number abc", 4, "“abc” is no number of a decision: write 5 or 05/QĐ-UBND.", FALSE },
  { NULL, "decision issue '#10' --number -5", 4, "“-5” is no number of a decision: write 5 or 05/QĐ-UBND.", FALSE },
  { NULL, "decision issue 124", 4, "The decision is already issued as 124/QĐ-UBND: take it back first.", FALSE },
  { NULL, "decision issue '#99'", 4, "The decision is no longer there.", FALSE },
  { NULL, "decision unissue '#10'", 4, "Only a decision that this office has issued can be taken back.", FALSE },
  { NULL, "decision unissue 203/QĐ-UBND", 4, "Only a decision that this office has issued can be taken back.", FALSE },
  { NULL, "decision unissue 124", 4, "Bonuses of decision 124/QĐ-UBND are paid or awards of it taken back: it can no longer become a draft. Undo those acts first.", FALSE },
  { NULL, "decision delete 124", 4, "Decision 124/QĐ-UBND is issued and cannot be deleted: take it back first.", FALSE },
  { NULL, "decision delete '#99'", 4, "The decision is no longer there.", FALSE },
  { NULL, "decision from-dossier '#3'", 4, "The dossier “Cứu người trong lũ ống tại Nặm Păm” is not accepted yet: accept it before it is decided.", FALSE },
  { NULL, "decision from-dossier '#2'", 4, "The dossier “CSTĐ cấp tỉnh, Bằng khen tỉnh năm 2022” is not accepted yet: accept it before it is decided.", FALSE },
  { "decision from-dossier '#1'", "decision from-dossier '#1'", 4, "Nobody in the dossier “LĐTT, Tập thể LĐTT năm 2022” waits for a decision: the council has passed none who does not stand in one already. Close its meeting first.", FALSE },
  { NULL, "decision from-dossier '#4'", 4, "Nobody in the dossier “Giấy khen đợt thi đua quý I năm 2023” waits for a decision: the council has passed none who does not stand in one already. Close its meeting first.", FALSE },
  { "decision new -t trống -y 2022", "decision issue '#11'", 4, "The list is empty: add those who are honoured first.", FALSE },
  { "decision from-dossier '#1'", "decision issue '#11' --date 10/3/2023", 4, "The council met on 16/03/2023, after this date: a decision follows its meeting. Mend the date, or give a reason.", FALSE },
};

static const BadInput award[] = {
  { NULL, "award show 124 'Ai đó'", 4, "nobody in the register is called “Ai đó”", FALSE },
  { NULL, "award show 999 'Thào A Sang'", 4, "no decision has the number “999”; “bangvang-cli list decisions” shows all", FALSE },
  { NULL, "award revoke 124 'Thào A Sang'", 4, "The number of the decision that takes the award back is missing.", TRUE },
  { NULL, "award revoke 124 'Thào A Sang' --number 1 --date 1/1/2020 --ground fraud --reason x", 4, "The award cannot be taken back before the day on which it was given.", FALSE },
  { NULL, "award revoke 124 'Thào A Sang' --number 1 --date 1/1/2099 --ground fraud --reason x", 4, "This date lies in the future.", FALSE },
  { NULL, "award revoke 124 'Thào A Sang' --number 1 --date 25/3/2023 --ground foo --reason x", 2, "there is no ground “foo”: fraud, false_dossier, wrong_procedure, violation, sentence or other", FALSE },
  { NULL, "award revoke 124 'Thào A Sang' --date 25/3/2023 --ground fraud --reason x", 4, "The number of the decision that takes the award back is missing.", FALSE },
  { NULL, "award revoke 124 'Thào A Sang' --number 1 --date 25/3/2023 --ground fraud --reason '@LONG'", 4, "“ƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠ", FALSE },
  { NULL, "award revoke 124 'Thào A Sang' --number 1 --date 25/3/2023 --ground fraud --reason x --object-returned 1/1/2020", 4, "This lies before the day on which the award was taken back.", FALSE },
  { NULL, "award revoke 124 'Thào A Sang' --number 1 --date 25/3/2023 --ground fraud --reason x --bonus-returned 1/1/2099", 4, "This date lies in the future.", FALSE },
  { NULL, "award revoke '#10' 'Điêu Văn Thoan' --number 1 --date 25/3/2023 --ground fraud --reason x", 4, "the decision gives “Điêu Văn Thoan” no such award", FALSE },
  { NULL, "award restore 124 'Thào A Sang' --number 2 --date 26/3/2023", 4, "This award is not taken back: there is nothing to give back.", FALSE },
  { "award revoke 124 'Thào A Sang' --number 1 --date 25/3/2023 --ground fraud --reason x", "award restore 124 'Thào A Sang' --number 2 --date 20/3/2023", 4, "This lies before the day on which the award was taken back.", FALSE },
  { "award revoke 124 'Thào A Sang' --number 1 --date 25/3/2023 --ground fraud --reason x", "award restore 124 'Thào A Sang' --number 2 --date 20/3/2093", 4, "This date lies in the future.", FALSE },
  { "award revoke 124 'Thào A Sang' --number 1 --date 25/3/2023 --ground fraud --reason x", "award restore 124 'Thào A Sang'", 2, "give --number and --date of the decision", FALSE },
  { NULL, "award revoke 203 'Phòng Nội vụ' --number 1 --date 25/3/2023 --ground fraud --reason x", 4, "no decision has the number “203”; “bangvang-cli list decisions” shows all", FALSE },
  { NULL, "award payments 999", 4, "no decision has the number “999”; “bangvang-cli list decisions” shows all", FALSE },
};

static const BadInput council[] = {
  { NULL, "council add ''", 4, "The name is missing.", FALSE },
  { NULL, "council add '@LONG' --from 1/1/2023", 4, "The name is too long: at most 300 characters.", FALSE },
  { NULL, "council add x --kind foo --from 1/1/2023", 4, "“foo” is not in the list.", FALSE },
  { NULL, "council add x --from 1/1/2023 --to 1/1/2022", 4, "The end is before the beginning.", FALSE },
  { NULL, "council add x --from 1/1/2023 --date 1/1/2099 --number 1", 4, "The date of the decision lies in the future.", FALSE },
  { NULL, "council add x --from 1/1/1023", 4, "The year must be 1945 or later.", FALSE },
  { NULL, "council delete '#1'", 4, "The council has meetings and cannot be deleted: end its term by a last day instead.", FALSE },
  { NULL, "council delete '#99'", 4, "The council is no longer there.", FALSE },
  { NULL, "council delete foo", 4, "“foo” is no council: name it by its #id.", FALSE },
  { NULL, "council show '#99'", 4, "The council is no longer there.", FALSE },
  { NULL, "council member add", 2, "name the member, or a person of the register by --person", FALSE },
  { NULL, "council member add ''", 4, "The name is missing.", FALSE },
  { NULL, "council member add 'Lò Văn Toán'", 4, "Lò Văn Toán is a member of the council already at that time.", FALSE },
  { NULL, "council member add 'Lo Van A' --role foo", 4, "“foo” is not in the list.", FALSE },
  { NULL, "council member add 'Lo Van A' --role chair", 4, "Lò Văn Toán is chair at that time: a council has one chair on a day.", FALSE },
  { NULL, "council member add 'Lo Van A' --from 1/1/2030 --to 1/1/2029", 4, "The end is before the beginning.", FALSE },
  { NULL, "council member add 'Lo Van A' --from 1/1/1990", 4, "The term of the council begins on 12/07/2021 only.", FALSE },
  { NULL, "council member add --person '#14'", 4, "#14 is no person of the register", FALSE },
  { NULL, "council member add --person '#99999'", 4, "#99999 is no person of the register", FALSE },
  { NULL, "council member add '@LONG'", 4, "The name is too long: at most 300 characters.", FALSE },
  { NULL, "council member remove 'Lò Văn Toán'", 4, "This member stands in the papers of a meeting and cannot be deleted: give the last day of the membership instead.", FALSE },
  { NULL, "council member remove 'Ai đó'", 4, "The council has no member “Ai đó”.", FALSE },
  { NULL, "council member remove 'Lò Văn Toán' --to 1/1/2020", 4, "The term of the council begins after that day.", TRUE },
  { NULL, "council meeting add '' --date 30/3/2023", 4, "The name is missing.", FALSE },
  { NULL, "council meeting add x --date 1/1/2000", 4, "No council has a term that holds 01/01/2000: name one by --council #ID.", FALSE },
  { NULL, "council meeting add x --date 1/1/2100", 4, "No council has a term that holds 01/01/2100: name one by --council #ID.", FALSE },
  { NULL, "council meeting add x --date 30/3/2023 --begin 25h", 4, "“25h” is no time of day: write 8:30 or 8h30.", FALSE },
  { NULL, "council meeting add x --date 30/3/2023 --begin 8h --end 7h", 4, "The meeting ends before it begins.", FALSE },
  { NULL, "council meeting add x --date 30/3/2023 --chair 'Ai đó'", 4, "The council has no member “Ai đó”.", FALSE },
  { NULL, "council meeting add x --date 30/3/2023 --chair 'Lò Văn Toán' --secretary 'Lò Văn Toán'", 4, "Who is in the chair does not write the minutes: choose another member.", FALSE },
  { NULL, "council meeting add x --date 30/3/2023 --hands --secret", 2, "--hands and --secret do not go together", FALSE },
  { NULL, "council meeting add '@LONG' --date 30/3/2023", 4, "The name is too long: at most 300 characters.", FALSE },
  { NULL, "council meeting add x --council '#99' --date 30/3/2023", 4, "The council is no longer there.", FALSE },
  { NULL, "council meeting set '#99' --place x", 4, "The meeting is no longer there.", FALSE },
  { NULL, "council meeting set '#2' --date 1/1/2000", 4, "The term of the council begins on 12/07/2021 only.", FALSE },
  { NULL, "council meeting set '#2' --discussion '@LONG'", 4, "“ƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠ", FALSE },
  { NULL, "council meeting delete '#1'", 4, "The meeting is closed: open it again first.", FALSE },
  { NULL, "council attend '#1' 'Lò Văn Toán' absent", 4, "The meeting is closed: open it again first.", FALSE },
  { NULL, "council attend '#2' 'Ai đó'", 4, "The council has no member “Ai đó”.", FALSE },
  { NULL, "council attend '#2' 'Lò Văn Toán' foo", 2, "“foo” is none of present, absent, written and unknown", FALSE },
  { NULL, "council attend '#2' 'Lò Văn Toán' absent --reason '@LONG'", 4, "“ƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠ", FALSE },
  { NULL, "council attend '#99' all", 4, "The meeting is no longer there.", FALSE },
  { NULL, "council agenda add '#2' '#3'", 4, "“Cứu người trong lũ ống tại Nặm Păm” is not accepted yet: the appraisal comes before the council.", FALSE },
  { NULL, "council agenda add '#2' '#2'", 4, "“CSTĐ cấp tỉnh, Bằng khen tỉnh năm 2022” is not accepted yet: the appraisal comes before the council.", FALSE },
  { NULL, "council agenda add '#2' '#99'", 4, "The dossier is no longer there.", FALSE },
  { NULL, "council agenda add '#1' '#4'", 4, "“Giấy khen đợt thi đua quý I năm 2023” was handed in on 20/03/2023, after the day of the meeting.", FALSE },
  { NULL, "council agenda add '#2' '#4' --only 'Ai đó'", 4, "No nomination of the dossier that may be put on the agenda is named “Ai đó”.", FALSE },
  { NULL, "council agenda remove '#2' 99", 4, "The agenda has no item “99”: it has 8.", FALSE },
  { NULL, "council agenda remove '#2' x", 4, "The agenda has no item “x”: it has 8.", FALSE },
  { NULL, "council agenda remove '#1' 1", 4, "The meeting is closed: open it again first.", FALSE },
  { NULL, "council agenda move '#2' 1 0", 2, "“0” is no place on the agenda", FALSE },
  { NULL, "council agenda move '#2' 1 x", 2, "“x” is no place on the agenda", FALSE },
  { NULL, "council board '#99'", 4, "The meeting is no longer there.", FALSE },
  { NULL, "council recuse '#2' 1 'Ai đó' --reason x", 4, "The council has no member “Ai đó”.", FALSE },
  { NULL, "council recuse '#2' 99 'Lò Văn Toán' --reason x", 4, "The agenda has no item “99”: it has 8.", FALSE },
  { NULL, "council recuse '#1' 1 'Lò Văn Toán' --reason x", 4, "The meeting is closed: open it again first.", FALSE },
  { "council attend '#2' all", "council recuse '#2' 1 'Lò Văn Toán' --reason '@LONG'", 4, "“ƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠƠ", FALSE },
  { NULL, "council vote '#2' 1 9 0", 4, "This meeting votes by secret ballot: type the papers.", FALSE },
  { NULL, "council vote '#1' 1 9 0", 4, "The meeting is closed: open it again first.", FALSE },
  { "council attend '#2' all", "council vote '#2' 1 9 0", 4, "This meeting votes by secret ballot: type the papers.", FALSE },
  { "council meeting set '#2' --hands", "council vote '#2' 1 9 0", 4, "Trường Mầm non Mường Bú: 9 votes, but only 0 members may vote on it.", FALSE },
  { "council meeting set '#2' --hands ;; council attend '#2' all", "council vote '#2' 1 9 1", 4, "Trường Mầm non Mường Bú: 10 votes, but only 9 members may vote on it.", FALSE },
  { "council meeting set '#2' --hands ;; council attend '#2' all", "council vote '#2' 1 5 1 4", 4, "Trường Mầm non Mường Bú: 10 votes, but only 9 members may vote on it.", FALSE },
  { "council meeting set '#2' --hands ;; council attend '#2' all", "council vote '#2' 1 -1 1", 2, "Unknown option -1", FALSE },
  { "council meeting set '#2' --hands ;; council attend '#2' all", "council vote '#2' 1 x 1", 2, "“x” is no number of votes", FALSE },
  { "council meeting set '#2' --hands ;; council attend '#2' all", "council vote '#2' 1 9x 0", 2, "“9x” is no number of votes", FALSE },
  { "council meeting set '#2' --hands ;; council attend '#2' all", "council vote '#2' 1 99999999999999999999 0", 2, "“99999999999999999999” is no number of votes", FALSE },
  { "council meeting set '#2' --hands ;; council attend '#2' all", "council vote '#2' 99 9 0", 4, "The agenda has no item “99”: it has 8.", FALSE },
  { NULL, "council unanimous '#2'", 4, "This meeting votes by secret ballot: type the papers.", FALSE },
  { NULL, "council unanimous '#1'", 4, "The meeting is closed: open it again first.", FALSE },
  { NULL, "council postpone '#1' 1 --reason x", 4, "The meeting is closed: open it again first.", FALSE },
  { NULL, "council clear '#1' 1", 4, "The meeting is closed: open it again first.", FALSE },
  { NULL, "council decide '#2' 1 passed", 4, "Trường Mầm non Mường Bú: the chair decides only when as many vote for as against.", FALSE },
  { NULL, "council decide '#2' 1 foo", 2, "“foo” is neither passed nor failed", FALSE },
  { NULL, "council decide '#1' 1 passed", 4, "The meeting is closed: open it again first.", FALSE },
  { NULL, "council count '#2'", 2, "give --issued N or --returned N", FALSE },
  { NULL, "council count '#2' --issued -1 --returned 0", 2, "a number of papers cannot be below 0", FALSE },
  { NULL, "council count '#2' --issued 99 --returned 9", 4, "99 papers were given out, but only 9 members may vote.", FALSE },
  { "council attend '#2' all", "council count '#2' --issued 9 --returned 10", 4, "10 papers were returned, but only 9 were given out.", FALSE },
  { "council attend '#2' all", "council count '#2' --issued 999 --returned 9", 4, "999 papers were given out, but only 9 members may vote.", FALSE },
  { NULL, "council count '#1' --issued 9 --returned 9", 4, "The meeting is closed: open it again first.", FALSE },
  { NULL, "council count '#2' --issued x --returned 9", 2, "Cannot parse integer value “x” for --issued", FALSE },
  { "council attend '#2' all", "council ballot '#2' 1111111", 4, "The row “1111111” has 7 marks, but the agenda has 8 names.", FALSE },
  { "council attend '#2' all", "council ballot '#2' 111111111", 4, "The row “111111111” has 9 marks, but the agenda has 8 names.", FALSE },
  { "council attend '#2' all", "council ballot '#2' 1111111a", 4, "“1111111a” is no row of marks: write 1 for, 2 against, 0 no opinion; x alone is a spoilt paper.", FALSE },
  { "council attend '#2' all", "council ballot '#2' 11111113", 4, "“11111113” is no row of marks: write 1 for, 2 against, 0 no opinion; x alone is a spoilt paper.", FALSE },
  { "council attend '#2' all", "council ballot '#2' ''", 4, "The row “” has 0 marks, but the agenda has 8 names.", FALSE },
  { "council attend '#2' all", "council ballot '#2' 11111111 --paper 99", 4, "There is no paper number 99.", FALSE },
  { "council attend '#2' all", "council ballot '#2' 11111111 --paper -1", 4, "There is no paper number -1.", FALSE },
  { "council attend '#2' all", "council ballot '#2' 11111111 --written", 4, "Only 0 members gave a written opinion.", FALSE },
  { "council attend '#2' all", "council ballot '#2' 11111111 11111111 11111111 11111111 11111111 11111111 11111111 11111111 11111111 11111111", 4, "Only 9 members may vote: no more papers can be typed.", FALSE },
  { NULL, "council ballot '#1' 1", 4, "The row “1” has 1 marks, but the agenda has 47 names.", FALSE },
  { NULL, "council ballot remove '#2' 1", 4, "There is no paper number 1.", FALSE },
  { NULL, "council ballot remove '#1' 1", 4, "The meeting is closed: open it again first.", FALSE },
  { NULL, "council close '#2'", 4, "The meeting is on 30/03/2023: it has not been held yet.", TRUE },
  { NULL, "council close '#1'", 4, "The meeting is closed: open it again first.", FALSE },
  { NULL, "council close '#99'", 4, "The meeting is no longer there.", FALSE },
  { "council attend '#2' all", "council close '#2'", 4, "The meeting is on 30/03/2023: it has not been held yet.", TRUE },
  { NULL, "council reopen '#2'", 4, "The meeting is open already.", FALSE },
  { "decision from-dossier '#1'", "council reopen '#1'", 4, "Decision “Về việc công nhận danh hiệu thi đua năm 2022” rests on the vote on Phòng Nội vụ: take the line out of it first.", FALSE },
  { "council attend '#2' 'Lò Văn Toán' present ;; council attend '#2' 'Cầm Thị Hương' present", "council close '#2'", 4, "The meeting is on 30/03/2023: it has not been held yet.", TRUE },
};

static const BadInput vietnamese[] = {
  { NULL, "rating set 'Thào A Sang' -g HTXS -y 2030", 4, "Năm 2030 chưa bắt đầu: chỉ xếp loại năm đã qua hoặc năm hiện tại.", FALSE },
  { NULL, "rating set 'Thào A Sang' -g HTXS -y 2022 --date 1/1/2999", 4, "Ngày ban hành quyết định ở tương lai.", FALSE },
  { NULL, "registration add 'Phòng Không Có' 'Thào A Sang' --form LDTT -y 2024", 4, "danh bạ không có đơn vị nào tên “Phòng Không Có”", FALSE },
  { NULL, "registration add 'Phòng Nội vụ' '#99999' --form LDTT -y 2024", 4, "#99999 không có trong danh bạ", FALSE },
  { NULL, "registration add 'Phòng Nội vụ' 'Thào A Sang' --form LDTT -y 1800", 4, "Năm đăng ký phải từ 1945 đến 2200.", FALSE },
  { NULL, "initiative add -t X -a 'Thào A Sang=60' -y 2023", 4, "Tổng tỷ lệ đóng góp của các tác giả là 60 %, chưa đủ 100 %: còn thiếu 40 %.", FALSE },
  { NULL, "initiative score '#9' 1x 30", 4, "“1x” không phải người chấm: hãy ghi 1, 2 hoặc 3", FALSE },
  { NULL, "discipline add 'Thào A Sang' -k reprimand -d 1/3/2033 --number 1 --body x", 4, "Ngày này chưa đến.", FALSE },
  { NULL, "nomination holidays add 1/5/2023 --name x", 4, "01/05/2023 vốn đã là ngày nghỉ.", FALSE },
  { NULL, "fund add --kind bonus --amount 5 -t x", 4, "Tiền thưởng đã chi phải gắn với quyết định: hãy ghi chi theo quyết định đó, hoặc chọn loại khác.", FALSE },
  { NULL, "fund pay 125 --date 1/1/2020", 4, "Quyết định 125/QĐ-UBND ký ngày 20/03/2023: tiền thưởng chỉ được chi từ ngày đó trở đi.", FALSE },
  { NULL, "decision issue '#10' --date 1/1/2031", 4, "Ngày ban hành quyết định ở tương lai.", FALSE },
  { NULL, "decision new -t x -y 2090", 4, "Năm 2090 chưa bắt đầu: có thành tích rồi mới khen thưởng.", FALSE },
  { NULL, "council member add 'Lò Văn Toán'", 4, "Lò Văn Toán đã là thành viên Hội đồng trong thời gian đó.", FALSE },
  { NULL, "council close '#1'", 4, "Phiên họp đã kết thúc: hãy mở lại trước.", FALSE },
  { NULL, "nomination dossier return '#1' --reason x", 4, "Hội đồng đã thông qua “LĐTT, Tập thể LĐTT năm 2022”: hãy mở lại phiên họp trước khi trả lại.", FALSE },
  { NULL, "unit merge 'Xã Mường Trai' --name 'Xã Mới' --date 1/7/2025", 4, "Sáp nhập cần ít nhất hai đơn vị thành một.", FALSE },
  { NULL, "unit set '#152' --name X", 4, "#152 không phải đơn vị trong danh bạ", FALSE },
};
/* clang-format on */

#define TABLE(name)                                                                                \
  static void test_##name (void)                                                                   \
  {                                                                                                \
    bad_input_run (name, G_N_ELEMENTS (name));                                                     \
  }

TABLE (law)
TABLE (holidays)
TABLE (fund)
TABLE (decision)
TABLE (award)
TABLE (council)

/* A Vietnamese office reads Vietnamese sentences. */
static void
test_vietnamese (void)
{
  bad_input_run_vietnamese (vietnamese, G_N_ELEMENTS (vietnamese));
}

/* ── What the officer may let stand, with a reason that the history keeps ──────────────────────── */

typedef struct
{
  const char *steps;
  const char *command; /* without its reason */
  const char *sentence;
} Overridable;

/* clang-format off */
static const Overridable overridable[] = {
  /* a decision before its meeting */
  { "decision from-dossier '#1'", "decision issue '#11' --number 130 --date 10/3/2023", "The council met on 16/03/2023" },
  /* an award to a unit that is gone */
  { "unit set 'Phòng Nội vụ' --to 31/12/2021", "decision add '#10' 'Phòng Nội vụ' --form GKH --achievement x", "Phòng Nội vụ exists no more since 31/12/2021" },
  { "unit set 'Phòng Nội vụ' --to 31/12/2021", "nomination add '#3' 'Phòng Nội vụ' --form GKH", "Phòng Nội vụ: Phòng Nội vụ has not existed since 31/12/2021" },
  /* one achievement twice */
  { "decision add '#10' 'Thào A Sang' --form GKH --achievement 'Cứu người' ;; decision new -t Hai -y 2023", "decision add '#11' 'Thào A Sang' --form GKH --manner DX --achievement 'cứu người'", "The same achievement is honoured by" },
  /* a grade that a sanction speaks against */
  { NULL, "rating set 'Hoàng Thị Ót' -g HTXS -y 2022", "“Reprimand” of 10/05/2022" },
  /* somebody of another unit */
  { NULL, "registration add 'Phòng Nội vụ' 'Phạm Mạnh Quyết' --form LDTT -y 2024", "Phạm Mạnh Quyết did not belong to Phòng Nội vụ in 2024" },
  /* the chair against the marks */
  { NULL, "initiative refuse '#9' --why 'Chưa có tính mới'", "" },
};
/* clang-format on */

static void
test_overridable (void)
{
  static const char reason[] = "Đã họp kín ngày 9/3/2023, biên bản ký sau";

  for (guint i = 0; i < G_N_ELEMENTS (overridable); i++)
    {
      const Overridable *row = &overridable[i];
      g_autofree char *command = g_strdup_printf ("%s --reason '%s'", row->command, reason);
      g_autofree char *history = bad_input_history (row->steps, command);

      if (*row->sentence != '\0')
        {
          const BadInput refused = { row->steps, row->command, 4, row->sentence, FALSE };

          bad_input_run (&refused, 1);
        }
      if (strstr (history, reason) == NULL)
        g_error ("%s: the history does not keep the reason: %s", command, history);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/bad-input/law", test_law);
  g_test_add_func ("/cli/bad-input/holidays", test_holidays);
  g_test_add_func ("/cli/bad-input/fund", test_fund);
  g_test_add_func ("/cli/bad-input/decision", test_decision);
  g_test_add_func ("/cli/bad-input/award", test_award);
  g_test_add_func ("/cli/bad-input/council", test_council);
  g_test_add_func ("/cli/bad-input/vietnamese", test_vietnamese);
  g_test_add_func ("/cli/bad-input/overridable", test_overridable);
  return g_test_run ();
}
