using Sending.Chain.Deployments;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Toolchain;

namespace Sending.Chain.Devnet;

/// <summary>One start of a devnet: node, contracts, accounts, funds. What can run at the same time does.</summary>
internal sealed class DevnetStart(DevnetFolder folder, string repository, TimeProvider time, IProgress<string> progress)
{
    private const int InterruptedExitCode = 130;

    /// <summary>Starts everything, or cleans up and throws.</summary>
    public async Task<DevnetState> RunAsync(DevnetOptions options, CancellationToken cancellationToken)
    {
        var nodes = DevnetCast.Of(options);
        string[] names = [.. options.AccountNames, .. nodes.Select(node => node.Name)];
        var tools = await NodeToolchain.EnsureAsync(repository, progress, cancellationToken);
        var node = new DevnetNode(folder, time);
        using var services = new DevnetServices(folder, time);
        folder.Clear();
        DetachedProcess? process = null;
        Task<IReadOnlyList<DevnetAccount>>? accounts = null;
        Task? compilation = null;
        try
        {
            progress.Report("Starting the node …");
            process = await node.StartAsync(tools, options.Port, cancellationToken);
            var state = new DevnetState(
                false,
                process.Id,
                process.Birth,
                null,
                [],
                DevnetStartOptions.Of(options));
            await state.WriteAsync(folder, cancellationToken);

            accounts = DevnetAccounts.CreateAsync(folder, names, cancellationToken);
            compilation = tools.CompileContractsAsync(progress, cancellationToken);
            var url = await node.WaitUntilListeningAsync(process, options.Port, cancellationToken);
            await compilation;

            progress.Report("Deploying the contracts …");
            await DeployAsync(tools, url, await DevnetParameters.WriteAsync(folder, repository, options.Epoch, cancellationToken), cancellationToken);

            progress.Report("Funding the accounts …");
            state = state with { Ready = true, RpcUrl = url, Accounts = await accounts };
            var deployment = await DeploymentFile.ReadAsync(folder.DeploymentFile, cancellationToken);
            using var connection = await ChainConnection.OpenAsync(deployment, null, null, cancellationToken);
            await new DevnetTreasury(connection).SendAsync([.. state.Accounts.Select(account => account.Address)], options.SendPerAccount, cancellationToken);
            if (nodes.Count > 0)
            {
                progress.Report("Registering the nodes …");
                var endpoints = await new DevnetNodes(folder, connection, time).RegisterAsync(nodes, cancellationToken);
                progress.Report("Starting the services …");
                await services.StartAsync(tools, ServiceProgram.Beside, nodes, endpoints, url, cancellationToken);
            }

            await state.WriteAsync(folder, cancellationToken);
            return state;
        }
        catch
        {
            await Task.WhenAll(accounts ?? Task.CompletedTask, compilation ?? Task.CompletedTask)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await services.StopAsync(CancellationToken.None);
            if (process is not null)
            {
                await process.KillAsync(time, CancellationToken.None);
            }

            folder.Clear();
            await DevnetAccounts.RemoveAsync(folder, names, CancellationToken.None);
            throw;
        }
    }

    private async Task DeployAsync(NodeToolchain tools, Uri url, string parameters, CancellationToken cancellationToken)
    {
        var script = Path.Combine(tools.Root, "ignition", "deploy.js");
        var result = await tools.RunAsync(
            [
                script,
                "--network", NetworkCatalog.Devnet,
                "--rpc-url", url.ToString().TrimEnd('/'),
                "--parameters", parameters,
                "--journal", folder.IgnitionFolder,
                "--out", folder.DeploymentFile,
                "--no-compile",
            ],
            cancellationToken);
        if (result.ExitCode == InterruptedExitCode)
        {
            // Ctrl-C reaches the script as well, perhaps before it reaches us.
            await Task.Delay(TimeSpan.FromMilliseconds(500), time, cancellationToken);
        }

        if (result.ExitCode != 0)
        {
            throw new SendingException(ErrorCode.DevnetFailed, "The contracts could not be deployed:\n" + result.Tail());
        }
    }
}
