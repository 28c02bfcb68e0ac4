using Sending.Chain.Errors;
using Sending.Chain.Identity;
using Sending.Testing;

namespace Sending.Chain.Tests.Identity;

public class PublicKeyTextTests
{
    // The generator of secp256k1, and the keys of RFC 8032, 7.1 test 1 and RFC 7748, 6.1.
    private const string Generator = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
    private const string GeneratorWhole = "0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8";
    private const string Ed25519 = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    private const string X25519 = "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a";

    // `openssl pkey -pubout` of RFC 8410's example key.
    private const string Ed25519Pem = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n";

    /// <summary>Names that npm ethr-did-resolver 11 understands.</summary>
    [Theory]
    [InlineData("0x" + Generator, DidKeyPurpose.Assertion, "did/pub/Secp256k1/veriKey/hex", Generator)]
    [InlineData(GeneratorWhole, DidKeyPurpose.Authentication, "did/pub/Secp256k1/sigAuth/hex", Generator)]
    [InlineData(Ed25519, DidKeyPurpose.Assertion, "did/pub/Ed25519/veriKey/base64", Ed25519)]
    [InlineData("0x" + Ed25519, DidKeyPurpose.Authentication, "did/pub/Ed25519/sigAuth/base64", Ed25519)]
    [InlineData(X25519, DidKeyPurpose.Agreement, "did/pub/X25519/enc/base64", X25519)]
    [InlineData("z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw", DidKeyPurpose.Assertion, "did/pub/Ed25519/veriKey/base64", Ed25519)]
    [InlineData(Ed25519Pem, DidKeyPurpose.Assertion, "did/pub/Ed25519/veriKey/base64", "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1")]
    public void Keys_are_read_as_users_have_them(string text, DidKeyPurpose purpose, string name, string bytes)
    {
        var key = PublicKeyText.Parse(text, purpose);

        Assert.Equal(name, key.AttributeName);
        Assert.Equal(bytes, Convert.ToHexStringLower(key.Bytes));
        Assert.Equal(key, DidKey.TryRead(name, key.Bytes));
    }

    [Theory]
    [InlineData("", DidKeyPurpose.Assertion)]
    [InlineData("0x1234", DidKeyPurpose.Assertion)]
    [InlineData("z", DidKeyPurpose.Assertion)]
    [InlineData("z0OIl", DidKeyPurpose.Assertion)]
    [InlineData("0379be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81700", DidKeyPurpose.Assertion)]
    [InlineData(Generator, DidKeyPurpose.Agreement)]
    [InlineData("z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw", DidKeyPurpose.Agreement)]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", DidKeyPurpose.Assertion)]
    public void What_is_no_key_for_it_is_refused(string text, DidKeyPurpose purpose)
        => Assert.Equal(ErrorCode.InvalidInput, Assert.Throws<SendingException>(() => PublicKeyText.Parse(text, purpose)).Code);

    [Fact]
    public void Any_text_is_read_or_refused() => Fuzz.Text(
        ["0x" + Generator, GeneratorWhole, "z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw", Ed25519Pem],
        text => PublicKeyText.Parse(text, DidKeyPurpose.Assertion),
        error => error is SendingException { Code: ErrorCode.InvalidInput });
}
