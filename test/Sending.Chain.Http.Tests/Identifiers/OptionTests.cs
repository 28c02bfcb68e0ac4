using System.Net;
using Sending.Chain.Http.Tests.Support;

namespace Sending.Chain.Http.Tests.Identifiers;

/// <summary>Resolution options and DID parameters, by the statements of DID Resolution 1.0, as in <see cref="BindingTests"/>.</summary>
[Collection(ServedDevnetGroup.Name)]
public class OptionTests(ServedDevnet served)
{
    /// <summary>
    /// 3: the values of DID parameters "MUST be an ASCII string"; versionTime "MUST be a valid XML datetime value", "normalized to UTC 00:00:00 and
    /// without sub-second decimal precision"; relativeRef "MUST use percent-encoding"; 13.4: versionId and versionTime "are mutually exclusive";
    /// 12.1: INVALID_OPTIONS, 400.
    /// </summary>
    [Theory]
    [InlineData("versionId=🔥💥🚫")]
    [InlineData("versionId=Привет")]
    [InlineData("versionId=foo\u200Bbar")]
    [InlineData("versionId=")]
    [InlineData("versionId=latest")]
    [InlineData("versionId=-1")]
    [InlineData("versionId=1&versionId=2")]
    [InlineData("versionId=1&versionTime=2025-10-07T14:30:00Z")]
    [InlineData("versionTime=こんにちは")]
    [InlineData("versionTime=")]
    [InlineData("versionTime=2025-10-07 12:30:45")]
    [InlineData("versionTime=2025/10/07T12:30:45")]
    [InlineData("versionTime=2025-13-07T12:30:45Z")]
    [InlineData("versionTime=2025-10-32T12:30:45Z")]
    [InlineData("versionTime=2025-10-07T25:00:00Z")]
    [InlineData("versionTime=2025-10-07T12:30:60Z")]
    [InlineData("versionTime=2025-10-07T12:30:45+24:00")]
    [InlineData("versionTime=2025-10-07")]
    [InlineData("versionTime=2025-10-07T12:30:45abc")]
    [InlineData("versionTime=T12:30:45")]
    [InlineData("versionTime=2025-10-07T00:00:00+02:00")]
    [InlineData("versionTime=2025-10-07T00:00:00")]
    [InlineData("versionTime=2025-10-07T00:00:00.123Z")]
    [InlineData("service=Привет")]
    [InlineData("serviceType=こんにちは")]
    [InlineData("relativeRef=مرحبا")]
    [InlineData("relativeRef=my path/file")]
    [InlineData("relativeRef=file#section")]
    [InlineData("relativeRef=dir/with?query=value")]
    [InlineData("hl=foo\u200Bbar")]
    [InlineData("accept=Привет")]
    [InlineData("unknown=\ud83d\ude00")]
    [InlineData("noCache=yes")]
    [InlineData("expandRelativeUrls=1")]
    public async Task MalformedOptionsAreInvalid(string options)
    {
        var encoded = string.Join('&', options.Split('&').Select(option => option.Split('=', 2)).Select(option => $"{option[0]}={Uri.EscapeDataString(option[1])}"));
        foreach (var accept in new[] { Answer.Result, "application/did" })
        {
            var answer = await served.GetAsync($"{Uri.EscapeDataString(served.Changed)}?{encoded}", accept);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal("INVALID_OPTIONS", answer.ErrorName);
        }
    }

    /// <summary>Parameters that lead to something else than the document: a resolution result is the document's all the same, a bare document is not mistaken for it (12.1: FEATURE_NOT_SUPPORTED, 501).</summary>
    [Theory]
    [InlineData("service=linkedDomain")]
    [InlineData("serviceType=LinkedDomain")]
    [InlineData("relativeRef=my%2520path/file")]
    public async Task WhatIsNotDereferencedIsNotMistaken(string option)
    {
        var identifier = $"{served.Changed}?{option}";
        Assert.Equal(HttpStatusCode.OK, (await served.GetAsync(identifier, Answer.Result)).Status);

        var answer = await served.GetAsync(identifier, "application/did");
        Assert.Equal(HttpStatusCode.NotImplemented, answer.Status);
        Assert.Equal("FEATURE_NOT_SUPPORTED", answer.ErrorName);
    }

    /// <summary>13.2: "Resolvers that deny resolution without caching MUST respond with a FEATURE_NOT_SUPPORTED error".</summary>
    [Fact]
    public async Task CachesCannotBePassedBy()
    {
        Assert.Equal(HttpStatusCode.OK, (await served.GetAsync($"{served.Changed}?noCache=false&expandRelativeUrls=true")).Status);
        var answer = await served.GetAsync($"{served.Changed}?noCache=true");
        Assert.Equal(HttpStatusCode.NotImplemented, answer.Status);
        Assert.Equal("FEATURE_NOT_SUPPORTED", answer.ErrorName);
    }
}
