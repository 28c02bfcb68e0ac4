using Sending.Chain.Errors;

namespace Sending.Chain.Deployments;

/// <summary>Finds networks by name: the local devnet's deployment in its own folder, all others in <c>deployments/</c>.</summary>
/// <param name="deploymentsFolder">Folder of the committed files <c>&lt;network&gt;.json</c>.</param>
/// <param name="devnetDeploymentFile">The file that a running devnet has written, or will.</param>
public sealed class NetworkCatalog(string deploymentsFolder, string devnetDeploymentFile)
{
    /// <summary>The network that is used when none is named.</summary>
    public const string Devnet = "devnet";

    /// <summary>The names that <see cref="ReadAsync"/> can be asked for now.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            var committed = Directory.Exists(deploymentsFolder)
                ? Directory.EnumerateFiles(deploymentsFolder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file))
                : [];
            return [.. committed.Append(Devnet).Distinct().Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>The deployment of <paramref name="network"/>.</summary>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.InvalidInput"/> for a malformed name, <see cref="ErrorCode.DeploymentNotFound"/>, <see cref="ErrorCode.DeploymentInvalid"/>.
    /// </exception>
    public async Task<Deployment> ReadAsync(string network, CancellationToken cancellationToken)
    {
        if (network.Length == 0 || !network.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new SendingException(ErrorCode.InvalidInput, $"\"{network}\" is not a network's name: letters, digits, - and _ only.");
        }

        if (network == Devnet)
        {
            return await DeploymentFile.ReadAsync(devnetDeploymentFile, cancellationToken);
        }

        var path = Path.Combine(deploymentsFolder, network + ".json");
        return File.Exists(path)
            ? await DeploymentFile.ReadAsync(path, cancellationToken)
            : throw new SendingException(
                ErrorCode.DeploymentNotFound,
                $"The network \"{network}\" is not known here (no file {path}). Known: {string.Join(", ", Names)}.",
                new Dictionary<string, string> { ["network"] = network, ["file"] = path });
    }
}
