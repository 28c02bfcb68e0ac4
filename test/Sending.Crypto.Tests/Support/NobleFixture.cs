namespace Sending.Crypto.Tests.Support;

/// <summary>The answers of @noble/curves to random inputs: 5,000, times <see cref="TestScale"/>.</summary>
public sealed class NobleFixture : IAsyncLifetime
{
    private const int Portion = 5_000;

    public Seeded Random { get; } = new();

    public List<SignatureCase> Cases { get; } = [];

    public List<string> Answers { get; } = [];

    public async Task InitializeAsync()
    {
        var cases = new SignatureCases(Random);
        Cases.AddRange(Enumerable.Range(0, TestScale.Of(Portion)).Select(_ => cases.Next()));
        foreach (var portion in Cases.Chunk(Portion))
        {
            Answers.AddRange(await NodeTools.RunAsync<string[]>("noble-signatures.mjs", portion));
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
