using System.CommandLine;
using System.Text;
using Sending.Chain.Accounts;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;
using Sending.Chain.Formats;
using Sending.Chain.Relay.Wire;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Message;

/// <summary>Sends a message.</summary>
internal sealed class MessageSendCommand : CliCommand
{
    private const string StandardInput = SecretFile.StandardInput;

    private readonly Argument<string> _text = new("text") { Description = "What to send; - for standard input", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _file = new("--file") { HelpName = "file", Description = "Send a file's bytes instead" };
    private readonly Option<string> _to = new("--to") { HelpName = "did|name|address|user id", Description = "Who gets it; a user id tells a home Edge too", Required = true };
    private readonly Option<string> _ttl = new("--ttl") { HelpName = "duration", Description = "How long it waits for who is away (default: as long as the Edge keeps it)" };
    private readonly Option<string> _via = MessageEdge.Via();
    private readonly Option<string> _payer = MessageEdge.PayerOption();

    public MessageSendCommand()
        : base("send", $"Send a message through your Edge, and sign for its fee; {MessageEdge.NotEncrypted}")
    {
        Add(_text);
        Add(_file);
        Add(_to);
        Add(_ttl);
        Add(_via);
        Add(_payer);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "message send hello --to bob",
        "message send --file photo.jpg --to did:sdn:f39fd6e51aad88f6f4ce6ab8827279cfffb92266 --ttl 1d",
        "message send hello --to bob --via carol --payer dave",
    ];

    public override IReadOnlyList<string> Next => ["message receive", "credit show"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.Value(_text) is null == invocation.Value(_file) is null)
        {
            throw CliException.Usage("invalid_input", "Say what to send: a text, - for standard input, or --file <file>; one of them.");
        }

        var ttl = invocation.Value(_ttl) is { } time ? Duration.Parse(time) : (TimeSpan?)null;
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        var to = invocation.Value(_to)!;
        var recipient = await session.Accounts.AddressAsync(to, cancellationToken).ConfigureAwait(false);
        var body = await ReadBodyAsync(session, invocation, cancellationToken).ConfigureAwait(false);
        using var edge = await MessageEdge.OpenAsync(session, invocation, invocation.Value(_via), invocation.Value(_payer), cancellationToken).ConfigureAwait(false);
        var info = await edge.GetInfoAsync(cancellationToken).ConfigureAwait(false);
        var envelope = Make(edge, info, recipient, body, ttl);
        var report = new Report(invocation.DryRun ? "Dry run: nothing was sent." : "Sent: the Edge has it on its disk, and delivers it.")
            .Add("id", invocation.DryRun ? null : "Id", invocation.DryRun ? Value.None : Value.Of(envelope.Id))
            .Add("from", "From", await session.IdentityNameAsync(edge.Account, cancellationToken).ConfigureAwait(false))
            .Add("to", "To", await session.IdentityNameAsync(recipient, cancellationToken).ConfigureAwait(false))
            .Add("edge", "Through the Edge of", await session.NameAsync(edge.Owner, cancellationToken).ConfigureAwait(false))
            .Add("payer", "Paid by", await session.NameAsync(edge.Payer, cancellationToken).ConfigureAwait(false))
            .Add("bytes", "Bytes", Value.Of(body.Length))
            .Add("units", null, Value.Of(envelope.Units))
            .Add("fee", "Fee", Value.Send(envelope.Units * info.FeePerUnit))
            .Add("ttl", "Kept for", Value.Span(TimeSpan.FromSeconds(envelope.Ttl)))
            .Warn([$"The message is {MessageEdge.NotEncrypted}.", .. edge.Warnings]);
        if (invocation.DryRun)
        {
            return report.Add("dryRun", null, Value.Of(true));
        }

        var journal = await session.MessagesAsync(cancellationToken).ConfigureAwait(false);
        var status = await edge.SendAsync(journal, envelope, UserId.TryParse(to, out var id) ? new Chain.Formats.Did(id.HomeEdge) : null, cancellationToken).ConfigureAwait(false);
        try
        {
            status = await edge.PayAsync(journal, cancellationToken).ConfigureAwait(false);
        }
        catch (SendingException error)
        {
            report.Warn($"It is sent, and not signed for yet; the next command does that. {error.Message}");
        }

        return report
            .Add("unsigned", null, Value.Of(status.Outstanding))
            .Add("creditLeft", "Credit left there", Value.Send(status.Credit))
            .Next("sending-cli message receive --wait 30s");
    }

    private static Envelope Make(MessageEdge edge, EdgeInfo info, string recipient, byte[] body, TimeSpan? ttl)
    {
        var longest = TimeSpan.FromSeconds(Math.Min(info.MaxTtl, Envelope.LongestTtl));
        if (ttl > longest)
        {
            throw CliException.Usage("invalid_input", $"The Edge keeps messages for at most {Duration.Format(longest)}; say less than that by --ttl.");
        }

        return new Envelope(Envelope.NewId(), new Chain.Formats.Did(edge.Account), new Chain.Formats.Did(recipient), (int)(ttl ?? longest).TotalSeconds, body);
    }

    private async Task<byte[]> ReadBodyAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        byte[] body;
        if (invocation.Value(_file) is { } file)
        {
            body = await ReadFileAsync(Path.GetFullPath(file, invocation.Settings.WorkingDirectory), cancellationToken).ConfigureAwait(false);
        }
        else if (invocation.Value(_text) is var text && text == StandardInput)
        {
            if (invocation.Settings.PasswordFile.Value == StandardInput)
            {
                // The password is its first line.
                await session.UnlockAsync(cancellationToken).ConfigureAwait(false);
            }

            body = Encoding.UTF8.GetBytes(await ReadInputAsync(invocation.Terminal.In, cancellationToken).ConfigureAwait(false));
        }
        else
        {
            body = Encoding.UTF8.GetBytes(text!);
        }

        return body.Length switch
        {
            0 => throw CliException.Usage("invalid_input", "There is nothing to send: the message is empty."),
            > Envelope.LargestBody => throw CliException.Usage("invalid_input", $"The message is larger than the {Envelope.LargestBody >> 10} KiB that Edges take. Send it in parts."),
            _ => body,
        };
    }

    private static async Task<byte[]> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            var buffer = new byte[Envelope.LargestBody + 1];
            return buffer[..await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage("invalid_input", $"The file {path} cannot be read: {error.Message}");
        }
    }

    private static async Task<string> ReadInputAsync(TextReader input, CancellationToken cancellationToken)
    {
        var buffer = new char[Envelope.LargestBody + 1];
        var length = 0;
        int read;
        while (length < buffer.Length && (read = await input.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
        {
            length += read;
        }

        return new string(buffer, 0, length);
    }
}
