using System.Text;
using Sending.Chain.Epochs;
using Sending.Chain.Relay;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Message;

/// <summary>Messages as they are shown.</summary>
internal static class ReceivedMessages
{
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    private static readonly Column[] s_columns =
    [
        new("id", null),
        new("from", null),
        new("to", null),
        new("receivedAt", null),
        new("bytes", null),
        new("text", null),
        new("body", null),
    ];

    public static async Task<Report> ReportAsync(Session session, IReadOnlyList<ReceivedEnvelope> messages, CancellationToken cancellationToken)
    {
        var rows = new List<Value[]>();
        var shown = new StringBuilder();
        foreach (var (_, envelope, receivedAt) in messages)
        {
            var from = await session.IdentityNameAsync(envelope.From.Address, cancellationToken).ConfigureAwait(false);
            var text = TextOf(envelope.Body);
            rows.Add(
            [
                Value.Of(envelope.Id),
                from,
                Value.Did(envelope.To.Address),
                Value.Time(receivedAt),
                Value.Of(envelope.Body.Length),
                Value.OrNone(text),
                Value.Of(Convert.ToBase64String(envelope.Body.Span)),
            ]);
            shown.Append(from.Text).Append("  ").Append(ChainTime.Format(receivedAt)).Append('\n');
            foreach (var line in Harmless(text ?? $"({envelope.Body.Length} bytes that are no text; --json shows them)").Split('\n'))
            {
                shown.Append("  ").Append(line).Append('\n');
            }
        }

        return new Report("") { Raw = messages.Count == 0 ? "No messages." : shown.ToString().TrimEnd('\n') }
            .Add(new Table("messages", s_columns, rows, ""));
    }

    private static string? TextOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            return s_strict.GetString(body.Span);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A text that cannot command the terminal, or turn its lines around.</summary>
    private static string Harmless(string text) => string.Concat(text.ReplaceLineEndings("\n").Select(each =>
        (char.IsControl(each) && each is not ('\n' or '\t')) || each is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? '\uFFFD' : each));
}
