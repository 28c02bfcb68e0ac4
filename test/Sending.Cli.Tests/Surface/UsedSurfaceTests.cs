using System.Reflection;
using Sending.Surface;

namespace Sending.Cli.Tests.Surface;

/// <summary>The project's assemblies, and these tests, need nothing of Sending.Nethereum that Nethereum's own packages do not have.</summary>
public sealed class UsedSurfaceTests
{
    [Fact]
    public void WhatIsUsedIsInTheList()
    {
        var users = Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Where(UsedSurface.IsUser).ToList();
        Assert.Superset(new HashSet<string?> { "Sending.Chain.dll", "sending-cli.dll" }, users.Select(Path.GetFileName).ToHashSet());
        var subset = Declarations.Of(Assembly.Load("Sending.Nethereum")).ToList();
        var list = SurfaceList.Read();
        var faults = users.SelectMany(user => UsedSurface.Faults(user, list, subset)).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
