using System.Numerics;
using Sending.Chain.Deployments;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Rpc;
using Sending.Toolchain;

namespace Sending.Chain.Devnet;

/// <summary>
/// A local network of one Hardhat node with the contracts, funded accounts and a clock that can be moved. It outlives the process that
/// starts it; everything it needs lies in its folder. All methods throw <see cref="SendingException"/>.
/// </summary>
/// <param name="folder">The devnet's folder.</param>
/// <param name="repository">Root of the checkout that contracts and tools come from.</param>
/// <param name="time">Measures waiting.</param>
public sealed class LocalDevnet(DevnetFolder folder, string repository, TimeProvider time)
{
    /// <summary>Where everything of it lies.</summary>
    public DevnetFolder Folder { get; } = folder;

    /// <summary>Starts the node, deploys, makes the accounts and funds them; leaves nothing behind when it fails or is cancelled.</summary>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.DevnetRunning"/>, <see cref="ErrorCode.PortInUse"/>, <see cref="ErrorCode.DevnetBusy"/> or <see cref="ErrorCode.DevnetFailed"/>.
    /// </exception>
    public async Task<DevnetState> UpAsync(DevnetOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        using var taken = await DevnetLock.TakeAsync(Folder, time, progress, cancellationToken);
        return await StartAsync(options, progress, cancellationToken);
    }

    /// <summary>Ends the node if it still runs, and removes everything but keystores that the user added.</summary>
    /// <returns>False when the node had ended before.</returns>
    /// <exception cref="SendingException"><see cref="ErrorCode.DevnetNotRunning"/>: nothing was started here.</exception>
    public async Task<bool> DownAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        AssertStarted();
        using var taken = await DevnetLock.TakeAsync(Folder, time, progress, cancellationToken);
        var state = await DevnetState.ReadAsync(Folder, cancellationToken) ?? throw NotRunning();
        return await StopAsync(state, cancellationToken);
    }

    /// <summary>Ends the devnet and starts it anew, with what it was started with; the chain begins again.</summary>
    public async Task<DevnetState> ResetAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        AssertStarted();
        using var taken = await DevnetLock.TakeAsync(Folder, time, progress, cancellationToken);
        var state = await DevnetState.ReadAsync(Folder, cancellationToken) ?? throw NotRunning();
        await StopAsync(state, cancellationToken);
        return await StartAsync(state.Options.ToOptions(), progress, cancellationToken);
    }

    /// <summary>How it is; never fails because something does not run.</summary>
    public async Task<DevnetStatus> GetStatusAsync(CancellationToken cancellationToken)
    {
        if (await DevnetState.ReadAsync(Folder, cancellationToken) is not { } state)
        {
            return new DevnetStatus(DevnetLock.IsHeld(Folder) ? DevnetCondition.Starting : DevnetCondition.Stopped, null, null, []);
        }

        var services = await ListServicesAsync(cancellationToken);
        if (!ProcessOf(state).IsAlive())
        {
            return new DevnetStatus(DevnetCondition.Dead, state, null, services);
        }

        if (!state.Ready)
        {
            return new DevnetStatus(DevnetLock.IsHeld(Folder) ? DevnetCondition.Starting : DevnetCondition.Silent, state, null, services);
        }

        try
        {
            using var connection = await ConnectAsync(cancellationToken);
            return new DevnetStatus(DevnetCondition.Running, state, await connection.GetHeadAsync(cancellationToken), services);
        }
        catch (SendingException)
        {
            return new DevnetStatus(DevnetCondition.Silent, state, null, services);
        }
    }

    /// <summary>Connects to the running devnet.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.DevnetNotRunning"/>, <see cref="ErrorCode.NodeUnreachable"/>.</exception>
    public async Task<ChainConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var state = await DevnetState.ReadAsync(Folder, cancellationToken);
        if (state is not { Ready: true } || !ProcessOf(state).IsAlive())
        {
            throw NotRunning();
        }

        return await ChainConnection.OpenAsync(await DeploymentFile.ReadAsync(Folder.DeploymentFile, cancellationToken), null, null, cancellationToken);
    }

    /// <summary>Gives an account SEND from the treasury, and ETH.</summary>
    /// <param name="recipient">The account's address.</param>
    /// <param name="send">Smallest unit of SEND; 0 for none.</param>
    /// <param name="wei">Wei; 0 for none.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task FundAsync(string recipient, BigInteger send, BigInteger wei, CancellationToken cancellationToken)
    {
        using var connection = await ConnectAsync(cancellationToken);
        var treasury = new DevnetTreasury(connection);
        if (send.Sign > 0)
        {
            await treasury.SendAsync([recipient], send, cancellationToken);
        }

        if (wei.Sign > 0)
        {
            await treasury.AddEthAsync(recipient, wei, cancellationToken);
        }
    }

    /// <summary>Moves the chain's clock ahead, whatever services have to do; it stays ahead of the real one from then on.</summary>
    /// <returns>The newest block afterwards.</returns>
    public Task<ChainHead> AdvanceAsync(ClockTarget target, CancellationToken cancellationToken) => AdvanceAsync(target, null, new Progress<string>(), cancellationToken);

    /// <summary>Moves the chain's clock ahead; it stays ahead of the real one from then on.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="patience">How long to wait, at each window, for services that still have something to do in it; null to move on whatever they have.</param>
    /// <param name="progress">Told what is waited for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The newest block afterwards.</returns>
    /// <exception cref="SendingException"><see cref="ErrorCode.CheckFailed"/>: a service still has something to do.</exception>
    public async Task<ChainHead> AdvanceAsync(ClockTarget target, TimeSpan? patience, IProgress<string> progress, CancellationToken cancellationToken)
    {
        using var connection = await ConnectAsync(cancellationToken);
        using var http = DevnetServices.CreateClient();
        var run = (await DevnetServices.ReadAsync(Folder, cancellationToken)).Any(service => service.Process.IsAlive());
        var index = new ProtocolIndex(Folder.IndexFile, connection, new FollowerOptions { Finality = Finality.Latest }, time);
        return await new DevnetTime(connection, new DevnetDuties(Folder, index, http), time).AdvanceAsync(target, run ? patience : null, progress, cancellationToken);
    }

    /// <summary>The last lines of the output of the node, or of a service.</summary>
    /// <param name="service">The service's name; null for the node.</param>
    /// <param name="lines">How many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.DevnetNotRunning"/>: there is no output here; <see cref="ErrorCode.InvalidInput"/>: there is no such service.
    /// </exception>
    public async Task<IReadOnlyList<string>> ReadLogAsync(string? service, int lines, CancellationToken cancellationToken)
    {
        if (!File.Exists(Folder.LogFile))
        {
            throw NotRunning();
        }

        if (service is not null && (await DevnetServices.ReadAsync(Folder, cancellationToken)).All(known => known.Name != service))
        {
            var names = string.Join(", ", (await DevnetServices.ReadAsync(Folder, cancellationToken)).Select(known => known.Name));
            throw new SendingException(
                ErrorCode.InvalidInput,
                $"This devnet has no service '{service}'. {(names.Length > 0 ? $"There are: {names}." : "Start one with services: `sending-cli devnet up --services`.")}",
                new Dictionary<string, string> { ["service"] = service });
        }

        return [.. (await DevnetNode.ReadSharedAsync(service is null ? Folder.LogFile : Folder.ServiceLogFile(service), cancellationToken)).TrimEnd().Split('\n').TakeLast(lines)];
    }

    /// <summary>The services, and how each is.</summary>
    public async Task<IReadOnlyList<(DevnetService Service, DevnetServiceCondition Condition)>> ListServicesAsync(CancellationToken cancellationToken)
    {
        using var services = new DevnetServices(Folder, time);
        return await Task.WhenAll((await DevnetServices.ReadAsync(Folder, cancellationToken))
            .Select(async service => (service, await services.GetConditionAsync(service, cancellationToken))));
    }

    /// <summary>
    /// Returns when the node has ended and whoever ended it has cleaned up behind it: a node is dead a moment before its devnet is gone.
    /// </summary>
    /// <returns>True when a command took it down, or started another in its place; false when it ended unasked.</returns>
    public async Task<bool> WaitForExitAsync(DevnetState state, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var process = ProcessOf(state);
        while (process.IsAlive())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellationToken);
        }

        using var taken = await DevnetLock.TakeAsync(Folder, time, progress, cancellationToken);
        return await DevnetState.ReadAsync(Folder, cancellationToken) is not { } left || ProcessOf(left) != process;
    }

    private static DetachedProcess ProcessOf(DevnetState state) => new(state.ProcessId, state.ProcessBirth);

    private async Task<DevnetState> StartAsync(DevnetOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (await DevnetState.ReadAsync(Folder, cancellationToken) is { } before)
        {
            if (before.Ready && ProcessOf(before).IsAlive())
            {
                throw new SendingException(
                    ErrorCode.DevnetRunning,
                    $"A devnet runs in {Folder.Path} already, at {before.RpcUrl}. Use it, or end it first: `sending-cli devnet down`.",
                    new Dictionary<string, string> { ["folder"] = Folder.Path, ["rpcUrl"] = before.RpcUrl!.ToString() });
            }

            progress.Report(before.Ready ? "The last devnet's node has ended unasked; starting anew." : "The last start was interrupted; starting anew.");
            await StopAsync(before, cancellationToken);
        }

        try
        {
            return await new DevnetStart(Folder, repository, time, progress).RunAsync(options, cancellationToken);
        }
        catch (ToolchainException error)
        {
            throw new SendingException(ErrorCode.DevnetFailed, error.Message, null, error);
        }
    }

    private async Task<bool> StopAsync(DevnetState state, CancellationToken cancellationToken)
    {
        var process = ProcessOf(state);
        var alive = process.IsAlive();
        using var services = new DevnetServices(Folder, time);
        await services.StopAsync(cancellationToken);
        await process.KillAsync(time, cancellationToken);
        Folder.Clear();
        await DevnetAccounts.RemoveAsync(Folder, [.. state.Options.AccountNames, .. DevnetCast.Of(state.Options.ToOptions()).Select(node => node.Name)], cancellationToken);
        return alive;
    }

    private void AssertStarted()
    {
        if (!Directory.Exists(Folder.Path))
        {
            throw NotRunning();
        }
    }

    private SendingException NotRunning()
        => new(
            ErrorCode.DevnetNotRunning,
            $"No devnet runs in {Folder.Path}. Start one: `sending-cli devnet up --detach`.",
            new Dictionary<string, string> { ["folder"] = Folder.Path });
}
