/// The words for "password", as people write them in names: in English, other languages, and without their accents.
enum CredentialLanguages {
  /// Long enough to be recognised inside other words: `dbpasswort2`, `MOT_DE_PASSE`.
  static let anywhere = [
    // English, and how it is shortened
    "password", "passwd", "passphrase", "passcode", "passwrd", "psword", "pswd", "passkey", "requirepass", "bindpw",
    "rootpw", "userpw", "adminpw",
    // German, Dutch, Afrikaans, and the languages of the north
    "passwort", "kennwort", "zugangscode", "geheimnis", "wachtwoord", "toegangscode", "wagwoord", "lösenord",
    "losenord", "adgangskode", "kodeord", "passord", "lykilorð", "lykilord", "salasana", "tunnussana", "salasõna",
    "salasona",
    // Romance languages
    "motdepasse", "contraseña", "contrasena", "contrasenya", "contrasinal", "palavrapasse", "palavrachave",
    "palabraclave", "parolachiave", "parolă", "clavesecreta", "codicesegreto",
    // Slavic and Baltic languages
    "lozinka", "hasłoużytkownika", "hasło", "пароль", "парола", "лозинка", "šifra", "slaptažodis", "slaptazodis",
    "parolē",
    // Other languages of Europe
    "jelszó", "jelszo", "şifre", "pasahitza", "fjalëkalim", "fjalekalim", "cyfrinair", "pasfhocal", "focalfaire",
    "pasvorto", "κωδικό", "κωδικο", "συνθηματικό", "συνθηματικο", "գաղտնաբառ", "პაროლი",
    // Languages of Asia and Africa
    "סיסמה", "סיסמא", "كلمةالمرور", "كلمةالسر", "كلمهالمرور", "رمزعبور", "گذرواژه", "पासवर्ड", "कूटशब्द", "পাসওয়ার্ড",
    "கடவுச்சொல்", "รหัสผ่าน", "密码", "密碼", "口令", "暗証番号", "合言葉", "パスワード", "비밀번호", "암호", "패스워드", "bimilbeonho",
    "mậtkhẩu", "matkhau", "katasandi", "katalaluan", "nenosiri",
  ]

  /// Words that other words contain.
  static let alone = [
    "pass", "passe", "pwd", "pwds", "pw", "psw", "pws", "mdp", "geheim", "losung", "senha", "senhas", "clave",
    "claves", "parola", "parole", "parool", "haslo", "heslo", "geslo", "sifre", "sifra", "mima", "kouling", "sandi",
    "khau", "khẩu", "parol",
  ]
}
