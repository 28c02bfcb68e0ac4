using System.Reflection;
using Sending.Surface;
using Sending.Toolchain;

switch (args)
{
    case ["print", .. var files] when files.Length > 0:
        foreach (var declaration in files.SelectMany(file => Declarations.Of(Assembly.LoadFrom(Path.GetFullPath(file)))).OrderBy(declaration => declaration.Name, StringComparer.Ordinal))
        {
            Console.WriteLine(declaration.Header);
            foreach (var member in declaration.Members)
            {
                Console.WriteLine("  " + member.Text);
            }
        }

        return 0;
    case [] or ["check", ..]:
        var list = SurfaceList.Read();
        var users = args.Length > 1 ? args[1..] : Users();
        var subset = Declarations.Of(Assembly.Load("Sending.Nethereum")).ToList();
        string[] faults = [.. SurfaceCheck.Faults(subset, list), .. users.SelectMany(user => UsedSurface.Faults(user, list, subset))];
        foreach (var fault in faults)
        {
            Console.Error.WriteLine(fault);
        }

        Console.WriteLine(faults.Length == 0
            ? $"Sending.Nethereum has nothing public that Nethereum has not, and {string.Join(", ", users.Select(Path.GetFileName))} need no more of it."
            : $"{faults.Length} faults: with the packages of Nethereum the project would not compile.");
        return faults.Length == 0 ? 0 : 1;
    default:
        Console.Error.WriteLine("""
            Compares the public surface of Sending.Nethereum with the list of Nethereum's:
              check [assembly...]   exits 1 and names what is not in the list; also what the assemblies (else all of the command line's) use of it
              print assembly...     writes the list's lines for assemblies, for example those of the published packages of Nethereum
            """);
        return 2;
}

static string[] Users()
{
    // This program's own folder ends in <configuration>/net10.0, as that of the command line does.
    var output = AppContext.BaseDirectory.TrimEnd('/', '\\');
    var folder = Path.Combine(Repository.Find(), "Sending.Cli", "bin", Path.GetFileName(Path.GetDirectoryName(output)!), Path.GetFileName(output));
    return [.. Directory.GetFiles(folder, "*.dll").Where(UsedSurface.IsUser).Order(StringComparer.Ordinal)];
}
