using Sending.Chain.Accounts;
using Sending.Testing;

namespace Sending.Chain.Tests.Accounts;

public sealed class PrivateFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_many_at_once_one_writes_and_the_others_are_refused()
    {
        for (var round = 0; round < 200; round++)
        {
            var path = _folder.File($"{round}.json");
            using var start = new Barrier(8);
            var writers = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Factory.StartNew(
                () => WritesAsync(path, $"{writer}", start),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).Unwrap()));
            var winner = Assert.Single(writers, writer => writer is not null);
            Assert.Equal(winner, await File.ReadAllTextAsync(path));
        }

        Assert.Equal(200, Directory.GetFiles(_folder.Path).Length);
    }

    private static async Task<string?> WritesAsync(string path, string text, Barrier start)
    {
        start.SignalAndWait();
        try
        {
            await PrivateFile.WriteNewAsync(path, text, CancellationToken.None);
            return text;
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
