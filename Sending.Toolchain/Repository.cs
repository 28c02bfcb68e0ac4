namespace Sending.Toolchain;

/// <summary>Where the checkout lies that contracts, npm packages and the devnet are taken from.</summary>
public static class Repository
{
    /// <summary>The checkout that holds the running program, else the one that holds the current folder.</summary>
    /// <exception cref="ToolchainException">Neither lies in a checkout.</exception>
    public static string Find() =>
        FindFrom(AppContext.BaseDirectory) ?? FindFrom(Directory.GetCurrentDirectory())
        ?? throw new ToolchainException(
            "This needs a checkout of the Sending Chain repository (contracts and their tools). Run it from inside one.");

    private static string? FindFrom(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sending.Chain.sln")) && File.Exists(Path.Combine(folder.FullName, "hardhat.config.js")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
