using System.CommandLine;
using Sending.Chain.Amounts;
using Sending.Chain.Errors;
using Sending.Chain.Relay;
using Sending.Cli.Output;
using Sending.Cli.Transactions;

namespace Sending.Cli.Commands.Message;

/// <summary>Receives messages, and shows each once.</summary>
internal sealed class MessageReceiveCommand : CliCommand
{
    private const int MostAtOnce = 1_000;

    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    private readonly Option<string> _wait = new("--wait") { HelpName = "duration", Description = "How long to wait when nothing is there, or fewer than --count" };
    private readonly Option<string> _count = new("--count") { HelpName = "number", Description = "End once so many were shown; fewer is a failure (default: all that waits)" };
    private readonly Option<bool> _follow = new("--follow") { Description = "Go on until Ctrl-C or --count; with --json a document each time something came" };
    private readonly Option<string> _via = MessageEdge.Via();
    private readonly Option<string> _payer = MessageEdge.PayerOption();

    public MessageReceiveCommand()
        : base("receive", $"Receive your messages, show each once, and sign for their fees; {MessageEdge.NotEncrypted}")
    {
        Add(_wait);
        Add(_count);
        Add(_follow);
        Add(_via);
        Add(_payer);
    }

    public override IReadOnlyList<string> Examples => ["message receive", "message receive --wait 30s --count 1 --json", "message receive --follow"];

    public override IReadOnlyList<string> Next => ["message send <text> --to <name>", "credit show"];

    public override async Task<Report> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var wait = invocation.Value(_wait) is { } text ? Duration.Parse(text) : TimeSpan.Zero;
        var count = (int?)Common.Number(invocation.Value(_count), "--count", 1, MostAtOnce);
        using var session = await Session.OpenAsync(invocation, cancellationToken).ConfigureAwait(false);
        using var edge = await MessageEdge.OpenAsync(session, invocation, invocation.Value(_via), invocation.Value(_payer), cancellationToken).ConfigureAwait(false);
        await edge.GetInfoAsync(cancellationToken).ConfigureAwait(false);
        if (invocation.DryRun)
        {
            return new Report("Dry run: nothing was received.")
                .Add("edge", "From the Edge of", await session.NameAsync(edge.Owner, cancellationToken).ConfigureAwait(false))
                .Add("dryRun", null, Value.Of(true))
                .Warn(edge.Warnings);
        }

        await session.UnlockAsync(cancellationToken).ConfigureAwait(false);
        using var turn = await session.TakeMailboxAsync(edge.Account, cancellationToken).ConfigureAwait(false);
        var mailbox = new Mailbox(edge, await session.MessagesAsync(cancellationToken).ConfigureAwait(false));
        return invocation.Value(_follow)
            ? await FollowAsync(session, invocation, mailbox, count, cancellationToken).ConfigureAwait(false)
            : await CollectAsync(session, invocation, mailbox, wait, count, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Report> CollectAsync(Session session, Invocation invocation, Mailbox mailbox, TimeSpan wait, int? count, CancellationToken cancellationToken)
    {
        var clock = invocation.Terminal.Clock;
        var start = clock.GetTimestamp();
        var most = count ?? MostAtOnce;
        var warnings = new List<string>(mailbox.Warnings);
        var hasAsked = false;
        try
        {
            while (mailbox.ListUnshown(most) is var known && known.Count < most)
            {
                var left = wait - clock.GetElapsedTime(start);
                var isEnough = known.Count > 0 && count is null;
                if (hasAsked && left <= TimeSpan.Zero)
                {
                    break;
                }

                var found = await mailbox.FetchAsync(isEnough || left <= TimeSpan.Zero ? TimeSpan.Zero : Whole(left), cancellationToken).ConfigureAwait(false);
                hasAsked = true;
                if (found == 0 && isEnough)
                {
                    break;
                }
            }
        }
        catch (SendingException error) when (mailbox.ListUnshown(1).Count > 0)
        {
            warnings.Add(error.Message);
        }

        if (await mailbox.PayAsync(cancellationToken).ConfigureAwait(false) is { } unpaid)
        {
            warnings.Add(unpaid);
        }

        var messages = mailbox.ListUnshown(most);
        if (messages.Count < count)
        {
            warnings.Add($"Only {messages.Count} of {count} messages came.");
        }

        var report = (await ReceivedMessages.ReportAsync(session, messages, cancellationToken).ConfigureAwait(false)).Warn(warnings);
        Printer.Print(report, invocation.Json, invocation.Terminal);
        mailbox.MarkShown(messages);
        return new Report("") { Silent = true, Exit = messages.Count < count ? ExitCode.Failed : ExitCode.Done };
    }

    private static async Task<Report> FollowAsync(Session session, Invocation invocation, Mailbox mailbox, int? count, CancellationToken cancellationToken)
    {
        var left = count ?? int.MaxValue;
        var pause = s_firstPause;
        var isConnected = false;
        while (true)
        {
            var messages = mailbox.ListUnshown(Math.Min(left, MostAtOnce));
            if (messages.Count > 0)
            {
                var report = (await ReceivedMessages.ReportAsync(session, messages, cancellationToken).ConfigureAwait(false)).Warn(mailbox.Warnings);
                Printer.Print(report, invocation.Json, invocation.Terminal);
                mailbox.MarkShown(messages);
                left -= messages.Count;
            }

            if (left == 0)
            {
                return new Report("") { Silent = true };
            }

            try
            {
                await mailbox.FetchAsync(isConnected ? s_longestWait : TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
                if (await mailbox.PayAsync(cancellationToken).ConfigureAwait(false) is { } unpaid)
                {
                    invocation.Progress.Say(unpaid);
                }

                if (!isConnected)
                {
                    invocation.Progress.Say("Waiting for messages; Ctrl-C ends it.");
                }

                (isConnected, pause) = (true, s_firstPause);
            }
            catch (SendingException error) when (isConnected && error.Code == ErrorCode.EdgeUnreachable)
            {
                invocation.Progress.Say($"{error.Message} Trying again in {Duration.Format(pause)}.");
                await Task.Delay(pause, invocation.Terminal.Clock, cancellationToken).ConfigureAwait(false);
                pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
            }
        }
    }

    /// <summary>Edges wait whole seconds.</summary>
    private static TimeSpan Whole(TimeSpan wait) => TimeSpan.FromSeconds(Math.Ceiling(Math.Min(wait.TotalSeconds, s_longestWait.TotalSeconds)));

    /// <summary>An account's messages at its Edge and in its journal.</summary>
    private sealed class Mailbox(MessageEdge edge, SqliteRelayJournal journal)
    {
        private readonly Chain.Formats.Did _did = new(edge.Account);
        private bool _owes;

        public IReadOnlyList<string> Warnings { get; } = [$"Messages are {MessageEdge.NotEncrypted}.", .. edge.Warnings];

        public IReadOnlyList<ReceivedEnvelope> ListUnshown(int most) => journal.ListUnshown(_did, most);

        public void MarkShown(IReadOnlyList<ReceivedEnvelope> messages)
        {
            foreach (var message in messages)
            {
                journal.MarkShown(message.Place);
            }
        }

        /// <returns>How many came.</returns>
        public async Task<int> FetchAsync(TimeSpan wait, CancellationToken cancellationToken)
        {
            var found = await edge.FetchAsync(journal, wait, cancellationToken).ConfigureAwait(false);
            _owes |= found > 0;
            return found;
        }

        /// <summary>Signs for what was received.</summary>
        /// <returns>Why it did not succeed; null when it did.</returns>
        public async Task<string?> PayAsync(CancellationToken cancellationToken)
        {
            try
            {
                if (_owes)
                {
                    await edge.PayAsync(journal, cancellationToken).ConfigureAwait(false);
                    _owes = false;
                }

                return null;
            }
            catch (SendingException error)
            {
                return $"What was received is not signed for yet; the next command does that. {error.Message}";
            }
        }
    }
}
