using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Deployments;
using Sending.Chain.Events.Storage;
using static Sending.Chain.Events.Storage.Word;

namespace Sending.Chain.Events.Projection;

/// <summary>Credit lines and signer limits.</summary>
internal static class CreditTables
{
    public const string Schema = """
        CREATE TABLE lines (
          payer BLOB NOT NULL, edge BLOB NOT NULL, opened_epoch INTEGER NOT NULL,
          balance BLOB NOT NULL, -- deposited less paid out
          deposited BLOB NOT NULL, paid_out BLOB NOT NULL,
          requested BLOB NOT NULL, request_epoch INTEGER NOT NULL,
          charged BLOB NOT NULL, -- cumulative, as proven at the last withdrawal
          PRIMARY KEY (payer, edge)
        ) STRICT;
        CREATE INDEX lines_by_edge ON lines (edge);
        CREATE TABLE line_history ( -- what a line was after each of its events
          edge BLOB NOT NULL, payer BLOB NOT NULL, event INTEGER NOT NULL, deposited BLOB NOT NULL, paid_out BLOB NOT NULL,
          requested BLOB NOT NULL, request_epoch INTEGER NOT NULL, PRIMARY KEY (edge, payer, event)
        ) STRICT;
        CREATE TABLE signer_limits (payer BLOB NOT NULL, from_epoch INTEGER NOT NULL, units BLOB NOT NULL, PRIMARY KEY (payer, from_epoch)) STRICT;
        CREATE TABLE credit_totals (id INTEGER PRIMARY KEY CHECK (id = 1), held BLOB NOT NULL, collected BLOB NOT NULL) STRICT;
        """;

    public static readonly string[] Names = ["lines", "line_history", "signer_limits", "credit_totals"];

    private const string Contract = nameof(ContractAddresses.RelayCredit);

    public static EventHandlers AddCredit(this EventHandlers handlers) => handlers
        .On<DepositedEventDTO>(Contract, Deposit)
        .On<WithdrawalRequestedEventDTO>(Contract, Request)
        .On<WithdrawnEventDTO>(Contract, Withdraw)
        .On<SignerLimitSetEventDTO>(Contract, (session, _, e) => session.Execute(
            "INSERT INTO signer_limits VALUES ($payer, $epoch, $units) ON CONFLICT DO UPDATE SET units = excluded.units",
            ("$payer", Bytes(e.Payer)),
            ("$epoch", (long)e.Epoch),
            ("$units", Of(e.Units))))
        .On<ChargesCollectedEventDTO>(Contract, (session, _, e) => session.Execute(
            "UPDATE credit_totals SET held = word_sub(held, $amount), collected = word_add(collected, $amount)",
            ("$amount", Of(e.Amount))));

    private static void Deposit(IProjectionSession session, ChainEvent at, DepositedEventDTO e)
    {
        session.Execute(
            """
            INSERT INTO lines VALUES ($payer, $edge, $opened, $balance, $amount, $none, $none, 0, $none)
            ON CONFLICT DO UPDATE SET balance = excluded.balance, deposited = word_add(deposited, excluded.deposited)
            """,
            ("$payer", Bytes(e.Payer)),
            ("$edge", Bytes(e.Edge)),
            ("$opened", (long)e.OpenedEpoch),
            ("$balance", Of(e.Balance)),
            ("$amount", Of(e.Amount)),
            ("$none", Of(0)));
        Remember(session, at, e.Payer, e.Edge);
        session.Execute(
            "INSERT INTO credit_totals VALUES (1, $amount, $none) ON CONFLICT DO UPDATE SET held = word_add(held, excluded.held)",
            ("$amount", Of(e.Amount)),
            ("$none", Of(0)));
    }

    private static void Request(IProjectionSession session, ChainEvent at, WithdrawalRequestedEventDTO e)
    {
        session.Execute(
            "UPDATE lines SET requested = $requested, request_epoch = $epoch WHERE payer = $payer AND edge = $edge",
            ("$requested", Of(e.Requested)),
            ("$epoch", (long)e.Epoch),
            ("$payer", Bytes(e.Payer)),
            ("$edge", Bytes(e.Edge)));
        Remember(session, at, e.Payer, e.Edge);
    }

    private static void Withdraw(IProjectionSession session, ChainEvent at, WithdrawnEventDTO e)
    {
        session.Execute(
            """
            UPDATE lines SET balance = $balance, paid_out = word_add(paid_out, $amount), requested = $none, request_epoch = 0, charged = $charged
            WHERE payer = $payer AND edge = $edge
            """,
            ("$balance", Of(e.Balance)),
            ("$amount", Of(e.Amount)),
            ("$none", Of(0)),
            ("$charged", Of(e.CumulativeCharged)),
            ("$payer", Bytes(e.Payer)),
            ("$edge", Bytes(e.Edge)));
        Remember(session, at, e.Payer, e.Edge);
        session.Execute("UPDATE credit_totals SET held = word_sub(held, $amount)", ("$amount", Of(e.Amount)));
    }

    private static void Remember(IProjectionSession session, ChainEvent at, string payer, string edge) => session.Execute(
        """
        INSERT INTO line_history
        SELECT edge, payer, $event, deposited, paid_out, requested, request_epoch FROM lines WHERE payer = $payer AND edge = $edge
        """,
        ("$event", at.Id),
        ("$payer", Bytes(payer)),
        ("$edge", Bytes(edge)));
}
