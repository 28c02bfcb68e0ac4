using Microsoft.Extensions.Primitives;
using Sending.Chain.Http.Identifiers;
using Sending.Chain.Http.Tests.Support;

namespace Sending.Chain.Http.Tests.Identifiers;

/// <summary>Content negotiation (RFC 9110, 12.5.1).</summary>
public class RepresentationTests
{
    [Theory]
    // Nothing said, or anything.
    [InlineData(null, Answer.Result)]
    [InlineData("", Answer.Result)]
    [InlineData("*/*", Answer.Result)]
    [InlineData("application/*", Answer.Result)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Answer.Result)]
    [InlineData("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", Answer.Result)]
    // One.
    [InlineData("application/did-resolution", Answer.Result)]
    [InlineData("APPLICATION/DID-Resolution", Answer.Result)]
    [InlineData("application/ld+json;profile=\"https://w3id.org/did-resolution\"", Answer.LinkedDataResult)]
    [InlineData("application/ld+json; profile=\"https://example.org/a https://w3id.org/did-resolution\"", Answer.LinkedDataResult)]
    [InlineData("application/ld+json", Answer.LinkedDataResult)]
    [InlineData("application/did", "application/did")]
    [InlineData("application/did+ld+json", "application/did+ld+json")]
    [InlineData("application/did+json", "application/did+json")]
    // The best quality, then the server's order.
    [InlineData("application/did, application/did-resolution", Answer.Result)]
    [InlineData("application/did+json, application/did", "application/did")]
    [InlineData("application/did-resolution;q=0.5, application/did+json", "application/did+json")]
    [InlineData("application/did-resolution;q=0.1, application/did+json;q=0.2, application/did;q=0.15", "application/did+json")]
    [InlineData("*/*, application/did-resolution;q=0.1", Answer.LinkedDataResult)]
    // The most specific range decides, whatever comes first.
    [InlineData("application/did+json;q=0.9, */*;q=0.8", "application/did+json")]
    [InlineData("*/*;q=1, application/*;q=0.1, application/did;q=0.5", "application/did")]
    [InlineData("application/*, application/did-resolution;q=0, application/ld+json;q=0", "application/did")]
    [InlineData("application/ld+json;q=0, application/ld+json;profile=\"https://w3id.org/did-resolution\";q=0.5", Answer.LinkedDataResult)]
    // What is malformed is passed over.
    [InlineData("nonsense, application/did", "application/did")]
    [InlineData(";;;, application/did;q=0.3, =", "application/did")]
    // None.
    [InlineData("text/html", null)]
    [InlineData("text/*", null)]
    [InlineData("application/json", null)]
    [InlineData("application/did-url-dereferencing", null)]
    [InlineData("application/did-resolution;q=0", null)]
    [InlineData("*/*;q=0", null)]
    [InlineData("application/ld+json;profile=\"https://example.org/other\"", null)]
    [InlineData("nonsense", null)]
    public void TheBestThatIsAcceptedIsChosen(string? accept, string? chosen)
        => Assert.Equal(chosen, Representation.Choose(accept is null ? StringValues.Empty : new StringValues(accept))?.MediaType);

    [Fact]
    public void SeveralHeadersAreOneList()
        => Assert.Equal("application/did", Representation.Choose(new StringValues(["application/did+json;q=0.5, text/html", "application/did"]))?.MediaType);
}
