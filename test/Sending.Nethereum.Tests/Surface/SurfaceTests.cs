using System.Reflection;
using Nethereum.RPC.NonceServices;
using Sending.Surface;

namespace Sending.Nethereum.Tests.Surface;

/// <summary>The same comparison as <c>npm run check-nethereum-surface</c>.</summary>
public sealed class SurfaceTests
{
    private static readonly SurfaceList s_list = SurfaceList.Read();

    /// <summary>The fixture as the list would say it.</summary>
    private const string Sound = """
        abstract class Sending.Nethereum.Tests.Surface.SurfaceTests.Fixture<T> : Attribute, SurfaceTests.IFixture where T : class, new() usage Class
          protected Fixture(int count, string text = null)
          T Value { get; protected set; } json value
          static T Make(params T[] values)
          virtual bool Try(ref int number, out T value)
          abstract void Run<TOther>(T value, DayOfWeek day = DayOfWeek.Friday, TimeSpan span = default) where TOther : T
          protected const int Most = 5
          event EventHandler Nothing
        """;

    [Fact]
    public void EveryPublicMemberOfTheSubsetIsNethereums()
    {
        var faults = SurfaceCheck.Faults(Declarations.Of(Assembly.Load("Sending.Nethereum")), s_list).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void TheListIsRead()
    {
        Assert.Equal(328, s_list.Types.Count);
        Assert.True(s_list.Types.Sum(type => type.Value.Members.Count) > 2_000);
    }

    [Fact]
    public void ASoundFixtureHasNoFaults() => Assert.Empty(Faults(Sound));

    /// <summary>What the list would say if it had less, or other things, than the fixture has.</summary>
    [Theory]
    [InlineData("  static T Make(params T[] values)\n", "", "static T Make(params T[] values) is not in the list")]
    [InlineData("params T[]", "T[]", "static T Make(params T[] values) is not in the list")]
    [InlineData("ref int", "int", "is not in the list")]
    [InlineData("out T", "ref T", "is not in the list")]
    [InlineData("text = null", "text", "is not in the list")]
    [InlineData("= DayOfWeek.Friday", "= DayOfWeek.Monday", "is not in the list")]
    [InlineData("string text", "string words", "is not in the list")]
    [InlineData("where TOther : T", "where TOther : class", "is not in the list")]
    [InlineData("virtual bool", "bool", "can be overridden, in the list not")]
    [InlineData("virtual bool", "abstract bool", "is abstract in the list")]
    [InlineData("protected set", "set", "is not in the list")]
    [InlineData("json value", "json values", "is not in the list")]
    [InlineData("Most = 5", "Most = 6", "is not in the list")]
    [InlineData("protected const", "const", "is not in the list")]
    [InlineData("static T", "T", "is not in the list")]
    [InlineData("abstract class", "class", "is a abstract class, in the list a class")]
    [InlineData(", SurfaceTests.IFixture", "", "derives from SurfaceTests.IFixture")]
    [InlineData("Attribute, ", "", "derives from Attribute")]
    [InlineData("class, new()", "class", "its constraints")]
    [InlineData("usage Class", "usage Method", "attribute of 'Class'")]
    [InlineData("Fixture<T>", "Other<T>", "the type is not in the list")]
    public void WhatIsNotInTheListIsNamed(string listed, string instead, string fault)
    {
        Assert.Contains(listed, Sound.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(fault, Assert.Single(Faults(Sound.ReplaceLineEndings("\n").Replace(listed, instead, StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void UsesOfWhatIsNotInTheListAreNamed()
    {
        var subset = Declarations.Of(Assembly.Load("Sending.Nethereum")).ToList();
        var path = typeof(SurfaceTests).Assembly.Location;
        Assert.True(UsedSurface.IsUser(path));
        Assert.False(UsedSurface.IsUser(typeof(FactAttribute).Assembly.Location));

        // These tests look at the inside, too.
        Assert.Contains(UsedSurface.Faults(path, s_list, subset), fault => fault.StartsWith("Sending.Nethereum.Tests uses Nethereum.ABI.MessageMember", StringComparison.Ordinal));

        string[] lines = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "nethereum-6.5.0.txt")).Where(line => line != "  Task<HexBigInteger> GetNextNonceAsync()")];
        Assert.DoesNotContain(UsedSurface.Faults(path, s_list, subset), fault => fault.Contains("GetNextNonceAsync", StringComparison.Ordinal));
        Assert.Contains(UsedSurface.Faults(path, SurfaceList.Parse(lines), subset), fault => fault.Contains("INonceService.GetNextNonceAsync with 0 parameters", StringComparison.Ordinal));

        string[] more = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "nethereum-6.5.0.txt")).SelectMany(line => line == "interface Nethereum.RPC.NonceServices.INonceService" ? [line, "  void Forget()"] : new[] { line })];
        Assert.Contains(UsedSurface.Faults(path, SurfaceList.Parse(more), subset), fault => fault.Contains("an ancestor of Nonces, which would have to implement void Forget()", StringComparison.Ordinal));
    }

    private static List<string> Faults(string list) => [.. SurfaceCheck.Faults([Declarations.Of(typeof(Fixture<>))], SurfaceList.Parse(list.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select((line, place) => place == 0 ? line : "  " + line)))];

    public interface IFixture
    {
    }

    [AttributeUsage(AttributeTargets.Class)]
    public abstract class Fixture<T> : Attribute, IFixture
        where T : class, new()
    {
        protected const int Most = 5;

        protected Fixture(int count, string? text = null) => (_, _) = (count, text);

        [Newtonsoft.Json.JsonProperty("value")]
        public T? Value { get; protected set; }

        public static T Make(params T[] values) => values[0];

        public virtual bool Try(ref int number, out T value)
        {
            value = new T();
            return number++ > 0;
        }

        public abstract void Run<TOther>(T value, DayOfWeek day = DayOfWeek.Friday, TimeSpan span = default)
            where TOther : T;
    }

    private sealed class Nonces(INonceService inner) : INonceService
    {
        public global::Nethereum.JsonRpc.Client.IClient Client
        {
            get => inner.Client;
            set => inner.Client = value;
        }

        public bool UseLatestTransactionsOnly { get; set; }

        public Task<global::Nethereum.Hex.HexTypes.HexBigInteger> GetNextNonceAsync() => inner.GetNextNonceAsync();

        public Task ResetNonceAsync() => inner.ResetNonceAsync();
    }
}
