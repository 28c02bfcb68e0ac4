using Sending.Crypto.Engines;
using Sending.Crypto.Tests.Support;

namespace Sending.Crypto.Tests.Engines;

public sealed class EngineChoiceTests
{
    private static readonly string[] NoLibrary = ["libsecp256k1-that-nobody-has.so.99"];
    private static readonly string[] OtherLibrary = [OperatingSystem.IsWindows() ? "kernel32.dll" : OperatingSystem.IsMacOS() ? "libSystem.dylib" : "libc.so.6"];

    private static bool HasNative => Engine.All.Count > 1;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("auto")]
    public void WithoutTheLibraryTheManagedEngineAndANotice(string? wanted)
    {
        var choice = EngineChoice.Make(wanted, NoLibrary);
        Assert.Equal("BouncyCastle", choice.Engine.Name);
        Assert.NotNull(choice.Notice);
        Assert.Contains("libsecp256k1 is not installed", choice.Notice, StringComparison.Ordinal);
        Assert.Contains("libsecp256k1-1", choice.Notice, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', choice.Notice);
    }

    [Fact]
    public void ALibraryThatLacksAFunctionIsNotUsed()
    {
        var choice = EngineChoice.Make(null, OtherLibrary);
        Assert.Equal("BouncyCastle", choice.Engine.Name);
        Assert.Contains($"{OtherLibrary[0]} has no secp256k1_context_create", choice.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFirstLibraryThatWorksIsUsed()
    {
        var choice = EngineChoice.Make("auto", [.. NoLibrary, .. OtherLibrary, .. NativeSearch.Names]);
        Assert.Equal(HasNative, choice.Engine is NativeEngine);
        Assert.Equal(HasNative, choice.Notice is null);
    }

    [Fact]
    public void ManagedIsNothingToComplainOf()
    {
        var choice = EngineChoice.Make("managed", NativeSearch.Names);
        Assert.Equal("BouncyCastle", choice.Engine.Name);
        Assert.Null(choice.Notice);
    }

    [Fact]
    public void NativeIsTheLibraryOrAnError()
    {
        var error = Assert.Throws<SignatureEngineException>(() => EngineChoice.Make("native", NoLibrary));
        Assert.Contains("libsecp256k1 is not installed", error.Message, StringComparison.Ordinal);
        if (HasNative)
        {
            Assert.IsType<NativeEngine>(EngineChoice.Make("native", NativeSearch.Names).Engine);
        }
    }

    [Fact]
    public void AnotherWordIsAnError()
    {
        var error = Assert.Throws<SignatureEngineException>(() => EngineChoice.Make("natve", NativeSearch.Names));
        Assert.Equal("SENDING_SECP256K1 is \"natve\"; it can be auto, native or managed.", error.Message);
    }
}
