namespace Sending.Chain.Accounts;

/// <summary>How costly guessing a keystore's password is made (scrypt, r = 8, p = 1).</summary>
public enum KeystoreStrength
{
    /// <summary>n = 262,144, as geth and Foundry write: a second or two for each try.</summary>
    Standard = 262_144,

    /// <summary>n = 4,096: for accounts of a devnet, whose password lies beside them.</summary>
    Devnet = 4_096,
}
