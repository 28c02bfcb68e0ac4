using System.Globalization;

namespace Sending.Crypto.Tests.Support;

/// <summary>The answers of @noble/curves to random inputs: 5,000, or as many as SENDING_SIGNATURE_CASES says.</summary>
public sealed class NobleFixture : IAsyncLifetime
{
    private const string CountVariable = "SENDING_SIGNATURE_CASES";
    private const int Portion = 5_000;

    public Seeded Random { get; } = new();

    public List<SignatureCase> Cases { get; } = [];

    public List<string> Answers { get; } = [];

    public async Task InitializeAsync()
    {
        var count = Environment.GetEnvironmentVariable(CountVariable) is { } wanted ? int.Parse(wanted, CultureInfo.InvariantCulture) : Portion;
        var cases = new SignatureCases(Random);
        Cases.AddRange(Enumerable.Range(0, count).Select(_ => cases.Next()));
        foreach (var portion in Cases.Chunk(Portion))
        {
            Answers.AddRange(await NodeTools.RunAsync<string[]>("noble-signatures.mjs", portion));
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
