using Sending.Chain.Formats;
using Sending.Chain.Identity.Login;

namespace Sending.Chain.Http.Login;

/// <summary>Who is in by a bearer token.</summary>
/// <param name="Did">As whom.</param>
/// <param name="Account">The account that signed the log-in (EIP-55); receipts are signed by it.</param>
/// <param name="Right">As what it did.</param>
/// <param name="Payer">Who pays for the session's work (EIP-55); null when nobody does.</param>
/// <param name="Expires">When the token ends.</param>
public sealed record LoginSession(Did Did, string Account, LoginRight Right, string? Payer, DateTimeOffset Expires);
