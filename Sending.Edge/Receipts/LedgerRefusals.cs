using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sending.Chain.Amounts;
using Sending.Chain.Http.Problems;
using Sending.Chain.Relay.Wire;

namespace Sending.Edge.Receipts;

/// <summary>Why the ledger serves or takes something not.</summary>
internal static class LedgerRefusals
{
    public static RefusalException PaymentRequired(AccountStatus account, long cost) => Payment(
        ProblemCode.PaymentRequired,
        "Receipts are due",
        Text($"{account.Outstanding} units were served and not signed for, this costs {cost} more, and at most {account.Window} are served ahead. Sign what is due."),
        "account",
        () => RelayJson.Of(account));

    public static RefusalException CreditExhausted(PayerTerms terms, BigInteger free, BigInteger needed) => Payment(
        ProblemCode.CreditExhausted,
        "The credit line is empty",
        $"The line of {terms.Payer} at this Edge has {SendAmount.Text(BigInteger.Max(free, 0))} free, and this costs {SendAmount.Text(needed)}. Deposit credit, or wait until more of it is settled.",
        "line",
        () => new JsonObject
        {
            ["payer"] = terms.Payer,
            ["balance"] = terms.Balance.ToString(CultureInfo.InvariantCulture),
            ["withdrawing"] = terms.Withdrawing.ToString(CultureInfo.InvariantCulture),
            ["free"] = free.ToString(CultureInfo.InvariantCulture),
            ["needed"] = needed.ToString(CultureInfo.InvariantCulture),
        });

    public static RefusalException SignerLimit(PayerTerms terms, long used) => Payment(
        ProblemCode.SignerLimit,
        "The signer's limit is reached",
        $"{terms.Payer} lets each of its delegates use at most {terms.SignerLimit} units an epoch; {terms.Signer} has used {used.ToString(CultureInfo.InvariantCulture)}. Wait for the next epoch, or ask the payer.",
        "limit",
        () => (long)BigInteger.Min(terms.SignerLimit ?? long.MaxValue, RelayJson.LargestNumber));

    public static RefusalException NotAPayerKey(string payer, string signer) => new(new Refusal(
        StatusCodes.Status403Forbidden,
        ProblemCode.NotAPayerKey,
        "This account may not pay",
        $"{signer} may not sign receipts for {payer}: it is neither that account nor a delegate of type relay of its DID in this epoch. Log in by another account, or let the payer name it."));

    public static RefusalException WrongClient(string client, string payer) => Receipt(ProblemCode.InvalidReceipt, "The receipt does not count", $"The receipt is of {client}, and this session's work is paid by {payer}.");

    public static RefusalException WrongSigner(string? actual, string signer) => Receipt(
        ProblemCode.InvalidReceipt,
        "The receipt does not count",
        actual is null
            ? "This is no signature of 65 bytes r, s, v with v 27 or 28 and a low s."
            : $"For this Edge, chain, epoch and number of units the signature is by {actual}, not by {signer}.");

    public static RefusalException EpochClosed(long epoch) => Receipt(ProblemCode.EpochClosed, "The epoch's books are closed", Text($"Receipts of epoch {epoch} are not taken any more. What it did not cover is due in the epoch that runs."));

    public static RefusalException EpochToCome(long epoch, long current) => Receipt(ProblemCode.EpochToCome, "The epoch has not begun", Text($"This is epoch {current}; receipts of epoch {epoch} are not taken yet."));

    public static RefusalException BeyondService(long units, long used) => Receipt(ProblemCode.BeyondService, "The receipt is for more than was served", Text($"It is for {units} units; {used} were served. It is not kept."));

    public static RefusalException Shrinking(long units, long receipted) => Receipt(ProblemCode.LowerReceipt, "The receipt is lower than an earlier one", Text($"It is for {units} units; one of {receipted} is held."));

    private static RefusalException Payment(ProblemCode code, string title, string detail, string member, Func<JsonNode?> value)
        => new(new Refusal(StatusCodes.Status402PaymentRequired, code, title, detail) { Members = () => [KeyValuePair.Create(member, value())] });

    private static RefusalException Receipt(ProblemCode code, string title, string detail) => new(new Refusal(StatusCodes.Status422UnprocessableEntity, code, title, detail));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
