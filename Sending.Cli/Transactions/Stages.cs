using Sending.Chain.Transactions;

namespace Sending.Cli.Transactions;

/// <summary>Tells each stage of a transaction once, and what it waits for.</summary>
internal sealed class Stages(Action<string> update) : IProgress<OutboxEntry>
{
    private string? _hash;
    private string? _last;

    public void Report(OutboxEntry value)
    {
        var line = value switch
        {
            { Outcome: { } outcome } => $"Mined {outcome.Hash}",
            { Ended: true } => null,
            { Note: { } note } => note.Text,
            { State: OutboxState.Sent } when _hash is not null && _hash != value.Hash => $"Replaced with a higher fee by {value.Hash}; waiting until it is mined",
            { State: OutboxState.Sent } => $"Sent {value.Hash}; waiting until it is mined",
            _ => null,
        };
        if (value is { State: OutboxState.Sent, Note: null })
        {
            _hash = value.Hash;
        }

        if (line is not null && line != _last)
        {
            update(line);
            _last = line;
        }
    }
}
