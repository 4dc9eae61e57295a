"""People whom lessons and books are about: they are read and studied in schools, and are nobody's pupils."""

from __future__ import annotations

import re

KNOWN_PEOPLE = frozenset(
    " ".join(name.split())
    for name in re.split(
        ",",
        """
    roald dahl, michael morpurgo, jacqueline wilson, william shakespeare, charles dickens, jane austen, emily
    bronte, charlotte bronte, anne bronte, thomas hardy, george orwell, william golding, lewis carroll, enid blyton,
    ted hughes, philip pullman, malorie blackman, david almond, anne fine, benjamin zephaniah, michael rosen, julia
    donaldson, quentin blake, beatrix potter, joan aiken, alan garner, louis sachar, dick king-smith, anthony
    horowitz, eva ibbotson, robert louis stevenson, oscar wilde, mary shelley, bram stoker, arthur conan doyle,
    agatha christie, c. s. lewis, j. k. rowling, j.k. rowling, philip larkin, seamus heaney, carol ann duffy,
    wilfred owen, siegfried sassoon, rupert brooke, william wordsworth, william blake, john keats, robert burns,
    dylan thomas, maya angelou, harper lee, john steinbeck, arthur miller, tennessee williams, mark twain, hans
    christian andersen, terry pratchett, david walliams, frank cottrell-boyce, frank cottrell boyce, lauren child,
    nick park, anne frank, florence nightingale, mary seacole, rosa parks, martin luther king, nelson mandela,
    mahatma gandhi, guy fawkes, samuel pepys, isaac newton, marie curie, albert einstein, charles darwin, alexander
    fleming, stephen hawking, tim berners-lee, ada lovelace, alan turing, neil armstrong, tim peake, helen sharman,
    ernest shackleton, robert scott, captain scott, james cook, francis drake, walter raleigh, christopher columbus,
    marco polo, henry tudor, anne boleyn, jane seymour, jane grey, thomas more, thomas cromwell, oliver cromwell,
    winston churchill, margaret thatcher, tony blair, gordon brown, david blunkett, charles clarke, ruth kelly,
    estelle morris, alan johnson, ed balls, david cameron, michael gove, barack obama, abraham lincoln, george
    washington, john kennedy, emmeline pankhurst, emily davison, william wilberforce, elizabeth fry, grace darling,
    edith cavell, amelia earhart, amy johnson, helen keller, louis braille, louis pasteur, edward jenner, isambard
    kingdom brunel, george stephenson, robert stephenson, james watt, thomas edison, alexander graham bell, michael
    faraday, mary anning, jane goodall, david attenborough, greta thunberg, malala yousafzai, vincent van gogh,
    pablo picasso, claude monet, leonardo da vinci, andy warhol, henri matisse, paul klee, l. s. lowry, henry moore,
    barbara hepworth, anthony gormley, david hockney, frida kahlo, andy goldsworthy, joan miro, paul cezanne, johann
    sebastian bach, wolfgang amadeus mozart, ludwig van beethoven, benjamin britten, edward elgar, bob marley, john
    lennon, paul mccartney, elton john, david bowie, david beckham, mo farah, jessica ennis, kelly holmes, usain
    bolt, muhammad ali, marcus rashford, bobby moore, tanni grey-thompson, steve jobs, bill gates, mark zuckerberg,
    harriet tubman, frederick douglass, olaudah equiano, william the conqueror, alfred the great, julius caesar,
    mother teresa, jesus christ, saint nicholas, john dewey, jean piaget, lev vygotsky, jerome bruner, maria
    montessori, friedrich froebel, rudolf steiner, anna freud, sigmund freud, john bowlby, carl rogers, abraham
    maslow, paulo freire, ivan illich, howard gardner, daniel goleman, carol dweck, john hattie, dylan wiliam, paul
    black, michael fullan, andy hargreaves, david hargreaves, david jackson, ken robinson, tim brighouse, etienne
    wenger, jean lave, peter senge, donald schon, chris argyris, robert putnam, james coleman, michael barber, david
    hopkins, alma harris, james spillane, judith warren little, ann lieberman, lawrence stenhouse, john elliott,
    jean rudduck, john holt, a. s. neill, mary james, andrew pollard, robin alexander, tina bruce, loris malaguzzi,
    reuven feuerstein, edward de bono, tony buzan, matthew lipman, robert fisher, benjamin bloom, basil bernstein,
    pierre bourdieu, stephen ball, michael young, jane eyre, oliver twist, david copperfield, harry potter, hermione
    granger, ron weasley, tom sawyer, huckleberry finn, sherlock holmes, peter pan, alice liddell, mary poppins,
    robin hood, dick whittington, john barleycorn, jack frost, tom brown, billy casper, billy elliot, adrian mole,
    tracy beaker, horrid henry, bridget jones, scout finch, anne shirley, nicholas nickleby, david balfour, jim
    hawkins, tiny tim, charlie bucket, matilda wormwood, romeo montague, juliet capulet, anna karenina, daniel
    deronda, silas marner, adam bede, tess durbeyfield, stephen lawrence, victoria climbie, damilola taylor, sarah
    payne, james bulger, peter connelly
    """,
    )
)
"""In small letters, without accents."""
