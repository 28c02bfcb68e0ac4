using Sending.Chain.Configuration;
using Sending.Chain.Http.Hosting;
using Sending.Guardian;

return await ServiceProgram.RunAsync("sending-guardian", args, SettingNames.OfGuardians, async (settings, cancellationToken) =>
{
    var options = GuardianOptions.Of(settings);
    var account = await ServiceAccount.UnlockAsync(options.Service, Console.In, cancellationToken);
    await GuardianService.RunAsync(options, account, TimeProvider.System, _ => { }, cancellationToken);
});
