using Sending.Crypto.Tests.Support;
using Xunit.Abstractions;

namespace Sending.Crypto.Tests.Engines;

/// <summary>Both engines say what @noble/curves says, and so the same as each other.</summary>
public sealed class AgreementTests(NobleFixture noble, ITestOutputHelper output) : IClassFixture<NobleFixture>
{
    public static TheoryData<Engine> Engines => Engine.Theory;

    [Theory]
    [MemberData(nameof(Engines))]
    public void LikeNoble(Engine engine)
    {
        output.WriteLine($"{engine}, {noble.Cases.Count} cases, seed {noble.Random.Seed}");
        noble.Random.AssertSame(noble.Cases, noble.Answers, one => one.Ask(engine.Implementation));
    }

    /// <summary>Else the comparison would say little.</summary>
    [Fact]
    public void TheCasesHaveAnswersOfAllSorts()
    {
        var answers = noble.Cases.Zip(noble.Answers).ToLookup(pair => (pair.First.Kind, Yes: pair.Second is not ("none" or "false")));
        foreach (var kind in new[] { "recover", "verify", "publicKey", "sign" })
        {
            Assert.True(answers[(kind, true)].Count() >= noble.Cases.Count / 60, $"Seed {noble.Random.Seed}: {kind} seldom succeeds");
            Assert.True(answers[(kind, false)].Count() >= noble.Cases.Count / 200, $"Seed {noble.Random.Seed}: {kind} seldom fails");
        }

        Assert.Contains(answers[("recover", true)], pair => pair.First.RecoveryId >= 2);
    }
}
