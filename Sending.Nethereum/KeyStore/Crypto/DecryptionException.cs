namespace Nethereum.KeyStore.Crypto;

/// <summary>The password is wrong, or the file was changed: the authentication code does not match.</summary>
public class DecryptionException : Exception
{
    internal DecryptionException(string message)
        : base(message)
    {
    }
}
