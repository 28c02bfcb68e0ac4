using Sending.Chain.Deployments;
using Sending.Chain.Errors;
using Sending.Testing;

namespace Sending.Chain.Tests.Deployments;

public class DeploymentFileFuzzTests
{
    [Fact]
    public void A_file_is_read_or_refused() => Fuzz.Text(
        [DeploymentFileTests.Valid], json => DeploymentFile.Parse(json, "file"), error => error is SendingException { Code: ErrorCode.DeploymentInvalid });
}
