using Sending.Chain.Errors;

namespace Sending.Cli.Tests;

public class FailuresTests
{
    // Written out a second time on purpose: scripts rely on it, so a change must be a decision.
    private static readonly Dictionary<ErrorCode, (ExitCode Exit, string Word)> Expected = new()
    {
        [ErrorCode.InvalidInput] = (ExitCode.Usage, "invalid_input"),
        [ErrorCode.Cancelled] = (ExitCode.Cancelled, "cancelled"),
        [ErrorCode.Interrupted] = (ExitCode.Interrupted, "interrupted"),
        [ErrorCode.AccountNotFound] = (ExitCode.Account, "account_not_found"),
        [ErrorCode.AccountExists] = (ExitCode.Account, "account_exists"),
        [ErrorCode.WrongPassword] = (ExitCode.Account, "wrong_password"),
        [ErrorCode.InvalidKeystore] = (ExitCode.Account, "invalid_keystore"),
        [ErrorCode.InvalidSecret] = (ExitCode.Account, "invalid_secret"),
        [ErrorCode.SecretMissing] = (ExitCode.Account, "secret_missing"),
        [ErrorCode.SecretUnreadable] = (ExitCode.Account, "secret_unreadable"),
        [ErrorCode.SettingsMalformed] = (ExitCode.Usage, "settings_malformed"),
        [ErrorCode.NodeUnreachable] = (ExitCode.Node, "node_unreachable"),
        [ErrorCode.WrongChain] = (ExitCode.Node, "wrong_chain"),
        [ErrorCode.NodeRefused] = (ExitCode.Failed, "node_refused"),
        [ErrorCode.DeploymentNotFound] = (ExitCode.Usage, "deployment_not_found"),
        [ErrorCode.DeploymentInvalid] = (ExitCode.Usage, "deployment_invalid"),
        [ErrorCode.ContractsNotDeployed] = (ExitCode.Node, "contracts_not_deployed"),
        [ErrorCode.CheckFailed] = (ExitCode.Failed, "check_failed"),
        [ErrorCode.LoginRefused] = (ExitCode.Failed, "login_refused"),
        [ErrorCode.EdgeUnreachable] = (ExitCode.Node, "edge_unreachable"),
        [ErrorCode.EdgeRefused] = (ExitCode.Failed, "edge_refused"),
        [ErrorCode.Reverted] = (ExitCode.Failed, "reverted"),
        [ErrorCode.RevertedAfterSending] = (ExitCode.Failed, "reverted_after_sending"),
        [ErrorCode.ReceiptTimeout] = (ExitCode.Failed, "receipt_timeout"),
        [ErrorCode.IntentConflict] = (ExitCode.Failed, "intent_conflict"),
        [ErrorCode.DeadlinePassed] = (ExitCode.Failed, "deadline_passed"),
        [ErrorCode.StateOfAnotherChain] = (ExitCode.Failed, "state_of_another_chain"),
        [ErrorCode.StateUnusable] = (ExitCode.Failed, "state_unusable"),
        [ErrorCode.ReorgTooDeep] = (ExitCode.Failed, "reorg_too_deep"),
        [ErrorCode.LeavesMissing] = (ExitCode.Failed, "leaves_missing"),
        [ErrorCode.SettlementMismatch] = (ExitCode.Failed, "settlement_mismatch"),
        [ErrorCode.ServiceUnreachable] = (ExitCode.Node, "service_unreachable"),
        [ErrorCode.SigningRefused] = (ExitCode.Failed, "signing_refused"),
        [ErrorCode.DevnetRunning] = (ExitCode.Failed, "devnet_running"),
        [ErrorCode.DevnetNotRunning] = (ExitCode.Failed, "devnet_not_running"),
        [ErrorCode.PortInUse] = (ExitCode.Failed, "port_in_use"),
        [ErrorCode.ListenFailed] = (ExitCode.Failed, "listen_failed"),
        [ErrorCode.DevnetBusy] = (ExitCode.Failed, "devnet_busy"),
        [ErrorCode.DevnetFailed] = (ExitCode.Failed, "devnet_failed"),
    };

    public static TheoryData<ErrorCode> Codes => [.. Enum.GetValues<ErrorCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryErrorHasItsExitCodeAndWord(ErrorCode code)
    {
        var failure = Failures.Of(new SendingException(code, "message", new Dictionary<string, string> { ["key"] = "value" }), interrupted: false);

        Assert.Equal(Expected[code], (failure.Exit, failure.Code));
        Assert.Equal("message", failure.Message);
        Assert.Equal("value", failure.Details!["key"]!.GetValue<string>());
    }

    [Fact]
    public void CtrlCIsNoFailureOfTheNode()
    {
        var failure = Failures.Of(new OperationCanceledException(), interrupted: true);

        Assert.Equal(ExitCode.Interrupted, failure.Exit);
        Assert.Equal(ExitCode.Node, Failures.Of(new OperationCanceledException(), interrupted: false).Exit);
    }

    [Fact]
    public void TheUnexpectedIsAFailureAndSaysWhatItIs()
    {
        var failure = Failures.Of(new InvalidOperationException("odd"), interrupted: false);

        Assert.Equal(ExitCode.Failed, failure.Exit);
        Assert.Contains("InvalidOperationException: odd", failure.Message, StringComparison.Ordinal);
    }
}
