using Sending.Chain.Configuration;
using Sending.Chain.Http.Hosting;
using Sending.Edge;

return await ServiceProgram.RunAsync(
    EdgeService.Kind,
    EdgeService.DefaultPort,
    SettingNames.OfEdges,
    args,
    (options, stop) => EdgeService.RunAsync(options, Console.In, _ => { }, TimeProvider.System, stop));
