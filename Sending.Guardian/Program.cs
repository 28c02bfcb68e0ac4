using Sending.Chain.Configuration;
using Sending.Chain.Http.Hosting;
using Sending.Guardian;

return await ServiceProgram.RunAsync(
    GuardianService.Kind,
    GuardianService.DefaultPort,
    SettingNames.OfGuardians,
    args,
    (options, stop) => GuardianService.RunAsync(options, Console.In, _ => { }, TimeProvider.System, stop));
