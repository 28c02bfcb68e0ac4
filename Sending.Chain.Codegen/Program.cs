using Sending.Chain.Codegen;
using Sending.Toolchain;

if (args is not ([] or ["--check"]))
{
    Console.Error.WriteLine("""
        Compiles the contracts and regenerates their C# bindings in Sending.Chain/Contracts.
          dotnet run --project Sending.Chain.Codegen              write the bindings
          dotnet run --project Sending.Chain.Codegen -- --check   only say which are stale (exit code 1)
        """);
    return 2;
}

using var interrupt = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    interrupt.Cancel();
};
var progress = new ErrorStreamProgress();
try
{
    var toolchain = await NodeToolchain.EnsureAsync(Repository.Find(), progress, interrupt.Token);
    var generator = new BindingsGenerator(toolchain, progress);
    if (args is ["--check"])
    {
        var stale = await generator.FindStaleAsync(interrupt.Token);
        Console.WriteLine(stale.Count == 0 ? "The bindings are current." : $"Stale bindings: {string.Join(", ", stale)}. Run `dotnet run --project Sending.Chain.Codegen`.");
        return stale.Count == 0 ? 0 : 1;
    }

    var changed = await generator.RegenerateAsync(interrupt.Token);
    Console.WriteLine(changed.Count == 0 ? "The bindings were current." : $"Written: {string.Join(", ", changed)}");
    return 0;
}
catch (ToolchainException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
