using Sending.Chain.Errors;
using Sending.Chain.Rpc;

namespace Sending.Chain.Tests.Rpc;

public class RpcUrlsTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8545", "http://127.0.0.1:8545/")]
    [InlineData("http://localhost:8545/rpc?x=1", "http://localhost:8545/rpc?x=1")]
    [InlineData("http://me:secret@127.0.0.1:8545", "http://***@127.0.0.1:8545/")]
    [InlineData("https://rpc.example.org", "https://rpc.example.org/")]
    [InlineData("https://rpc.example.org:8443/v3/secret", "https://rpc.example.org:8443/***")]
    [InlineData("https://rpc.example.org?key=secret", "https://rpc.example.org/***")]
    [InlineData("https://secret@rpc.example.org/#secret", "https://***@rpc.example.org/")]
    [InlineData("http://10.0.0.7:8545/secret", "http://10.0.0.7:8545/***")]
    [InlineData("http://127.0.0.1:1, https://a.example/secret", "http://127.0.0.1:1/, https://a.example/***")]
    [InlineData("htps://a.example/secret", "htps://a.example/***")]
    [InlineData("me:secret@a.example/v3", "***@a.example/***")]
    [InlineData("a.example/secret", "a.example/***")]
    public void Secrets_are_masked(string text, string shown)
    {
        Assert.Equal(shown, RpcUrls.Mask(text));
        var error = Record.Exception(() => Assert.Equal(shown, RpcUrls.Parse(text).ToString()));
        Assert.DoesNotContain("secret", error?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Several_are_kept_in_order_each_once()
        => Assert.Equal(["http://b/", "http://a/"], RpcUrls.Parse("http://b,http://a , http://b/").All.Select(url => url.ToString()));

    [Theory]
    [InlineData("")]
    [InlineData("localhost:8545")]
    [InlineData("http://a,")]
    [InlineData("http://a,ftp://b")]
    public void What_is_no_url_is_refused(string text)
        => Assert.Equal(ErrorCode.InvalidInput, Assert.Throws<SendingException>(() => RpcUrls.Parse(text)).Code);
}
