using System.Security.Cryptography;

namespace Sending.Toolchain;

/// <summary>Remembers in a file which inputs a finished step was made from. Without the file the step did not finish.</summary>
internal sealed class InputStamp(string file, IReadOnlyCollection<string> inputs)
{
    public bool IsCurrent() => File.Exists(file) && File.ReadAllText(file) == Digest();

    public void Write() => File.WriteAllText(file, Digest());

    private string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var input in inputs.Order(StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(input)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(input)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
