namespace Sending.Chain.Accounts;

/// <summary>A keystore file, not opened.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Path">The file.</param>
/// <param name="Address">EIP-55 address that the file states; null when it cannot be read.</param>
/// <param name="Problem">Why the file cannot be used, or null.</param>
public sealed record StoredAccount(string Name, string Path, string? Address, string? Problem);
