using System.Diagnostics;
using System.Globalization;
using Sending.Toolchain;

namespace Sending.Bench;

/// <summary>bench/peers.mjs: JavaScript libraries that do the same in a Node process of their own.</summary>
internal sealed class NodePeers : IDisposable
{
    private readonly Process _node;

    public NodePeers(NodeToolchain toolchain)
    {
        var start = toolchain.Command(Path.Combine(toolchain.Root, "bench", "peers.mjs"));
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        _node = Process.Start(start)!;
    }

    /// <param name="name">Of the library.</param>
    /// <param name="scenario">One of the script's.</param>
    public Contestant Contestant(string name, string scenario) => new(name, async (count, cancellationToken) =>
    {
        await _node.StandardInput.WriteLineAsync($"{scenario} {count}".AsMemory(), cancellationToken);
        await _node.StandardInput.FlushAsync(cancellationToken);
        var answer = await _node.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException($"bench/peers.mjs ended while it ran {scenario}.");
        return TimeSpan.FromMicroseconds(double.Parse(answer, CultureInfo.InvariantCulture));
    });

    /// <summary>The script ends with its input.</summary>
    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.Dispose();
    }
}
