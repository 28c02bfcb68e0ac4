namespace Sending.Chain.Http.Problems;

/// <summary>What is wrong with a request, for programs. These are all that there are; <c>docs/wire.md</c> has those that clients of an Edge meet.</summary>
public sealed record ProblemCode
{
    private ProblemCode(string text) => Text = text;

    /// <summary>The request, or a message on a socket, is not of the form that it must have.</summary>
    public static ProblemCode Malformed { get; } = new("malformed");

    /// <summary>More than is taken.</summary>
    public static ProblemCode TooLarge { get; } = new("too-large");

    /// <summary>The body did not arrive in time.</summary>
    public static ProblemCode TooSlow { get; } = new("too-slow");

    /// <summary>The host's own trouble: its node does not answer, or its files are being made anew.</summary>
    public static ProblemCode Unavailable { get; } = new("unavailable");

    /// <summary>The log-in message is not for here and now, or not signed by who may act for its DID.</summary>
    public static ProblemCode LoginRefused { get; } = new("login-refused");

    /// <summary>The nonce was not given here, has ended or was used.</summary>
    public static ProblemCode UnknownNonce { get; } = new("unknown-nonce");

    /// <summary>No more log-ins can be remembered just now.</summary>
    public static ProblemCode TooManyLogins { get; } = new("too-many-logins");

    /// <summary>There is no bearer token, or none that is known.</summary>
    public static ProblemCode Unauthenticated { get; } = new("unauthenticated");

    /// <summary>The account may not sign receipts for the payer.</summary>
    public static ProblemCode NotAPayerKey { get; } = new("not-a-payer-key");

    /// <summary>Only the service's own machine may ask.</summary>
    public static ProblemCode LoopbackOnly { get; } = new("loopback-only");

    /// <summary>Others wait for proofs already.</summary>
    public static ProblemCode Busy { get; } = new("busy");

    /// <summary>The leaves have no such unit.</summary>
    public static ProblemCode UnknownUnit { get; } = new("unknown-unit");

    /// <summary>No leaves of the root are kept.</summary>
    public static ProblemCode UnknownRoot { get; } = new("unknown-root");

    /// <summary>More requests than are served.</summary>
    public static ProblemCode TooManyRequests { get; } = new("too-many-requests");

    /// <summary>It is a WebSocket, and was asked for without an upgrade.</summary>
    public static ProblemCode UpgradeRequired { get; } = new("upgrade-required");

    /// <summary>No further socket is opened.</summary>
    public static ProblemCode TooManySockets { get; } = new("too-many-sockets");

    /// <summary>No more is kept, for the recipient or at all.</summary>
    public static ProblemCode QuotaExceeded { get; } = new("quota-exceeded");

    /// <summary>The sender has sent another envelope with the id.</summary>
    public static ProblemCode IdInUse { get; } = new("id-in-use");

    /// <summary>The envelope is from somebody else than the session.</summary>
    public static ProblemCode NotTheSender { get; } = new("not-the-sender");

    /// <summary>The session has nobody who pays, and this costs.</summary>
    public static ProblemCode NoPayer { get; } = new("no-payer");

    /// <summary>An envelope's time to live is longer than it is kept.</summary>
    public static ProblemCode TtlTooLong { get; } = new("ttl-too-long");

    /// <summary>Nobody knows where the recipient is at home.</summary>
    public static ProblemCode NoHomeEdge { get; } = new("no-home-edge");

    /// <summary>The recipient of a forwarded envelope is not at home here.</summary>
    public static ProblemCode NotAtHome { get; } = new("not-at-home");

    /// <summary>Who forwards did not log in as the operator of a registered and active Edge.</summary>
    public static ProblemCode NotAnEdge { get; } = new("not-an-edge");

    /// <summary>More was served ahead than is, without receipts.</summary>
    public static ProblemCode PaymentRequired { get; } = new("payment-required");

    /// <summary>The credit line has too little free.</summary>
    public static ProblemCode CreditExhausted { get; } = new("credit-exhausted");

    /// <summary>The payer's limit for each of its delegates is reached.</summary>
    public static ProblemCode SignerLimit { get; } = new("signer-limit");

    /// <summary>The receipt is of another payer, or not signed by the session's account for this Edge, chain, epoch and number of units.</summary>
    public static ProblemCode InvalidReceipt { get; } = new("invalid-receipt");

    /// <summary>Receipts of the epoch are not taken any more.</summary>
    public static ProblemCode EpochClosed { get; } = new("epoch-closed");

    /// <summary>Receipts of the epoch are not taken yet.</summary>
    public static ProblemCode EpochToCome { get; } = new("epoch-to-come");

    /// <summary>The receipt is for more than was served.</summary>
    public static ProblemCode BeyondService { get; } = new("beyond-service");

    /// <summary>The receipt is lower than one that is held.</summary>
    public static ProblemCode LowerReceipt { get; } = new("lower-receipt");

    /// <summary>The settlement does not have what is asked for.</summary>
    public static ProblemCode NotInSettlement { get; } = new("not-in-settlement");

    /// <summary>The settlement is not kept.</summary>
    public static ProblemCode UnknownSettlement { get; } = new("unknown-settlement");

    /// <summary>Lower-case words with hyphens.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
