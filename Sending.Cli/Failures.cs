using System.Text.Json.Nodes;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Crypto;
using Sending.Toolchain;

namespace Sending.Cli;

/// <summary>The one place where errors become exit codes.</summary>
internal static class Failures
{
    /// <param name="exception">What ended the command.</param>
    /// <param name="interrupted">Whether the user pressed Ctrl-C meanwhile.</param>
    public static Failure Of(Exception exception, bool interrupted) => exception switch
    {
        CliException own => own.Failure,
        SendingException known => new Failure(ExitOf(known.Code), Word(known.Code), known.Message, Details(known)),
        OperationCanceledException when interrupted => new Failure(ExitCode.Interrupted, "interrupted", "Interrupted."),
        OperationCanceledException => new Failure(ExitCode.Node, "node_unreachable", "The node did not answer in time. Is it running? (--rpc-url)"),
        SignatureEngineException => new Failure(ExitCode.Failed, "signature_engine", exception.Message),
        ToolchainException => new Failure(ExitCode.Failed, "toolchain_failed", exception.Message),
        IOException or UnauthorizedAccessException => new Failure(ExitCode.Failed, "file_trouble", exception.Message),
        _ when NodeFailure.Translate(exception) is { } known => Of(known, interrupted),
        _ => new Failure(
            ExitCode.Failed,
            "unexpected",
            $"Something unexpected happened ({exception.GetType().Name}: {exception.Message}). Please report it with the command you ran."),
    };

    private static ExitCode ExitOf(ErrorCode code) => code switch
    {
        ErrorCode.InvalidInput or ErrorCode.SettingsMalformed or ErrorCode.DeploymentNotFound or ErrorCode.DeploymentInvalid => ExitCode.Usage,
        ErrorCode.Cancelled => ExitCode.Cancelled,
        ErrorCode.Interrupted => ExitCode.Interrupted,
        ErrorCode.AccountNotFound or ErrorCode.AccountExists or ErrorCode.WrongPassword
            or ErrorCode.InvalidKeystore or ErrorCode.InvalidSecret or ErrorCode.SecretMissing or ErrorCode.SecretUnreadable => ExitCode.Account,
        ErrorCode.NodeUnreachable or ErrorCode.WrongChain or ErrorCode.ContractsNotDeployed
            or ErrorCode.EdgeUnreachable or ErrorCode.ServiceUnreachable => ExitCode.Node,
        _ => ExitCode.Failed,
    };

    /// <summary><c>WrongPassword</c> is <c>wrong_password</c> to programs.</summary>
    private static string Word(ErrorCode code)
    {
        var name = code.ToString();
        return string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) && i > 0 ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
    }

    private static JsonObject Details(SendingException exception)
    {
        var details = new JsonObject();
        foreach (var (key, value) in exception.Details)
        {
            details[key] = value;
        }

        return details;
    }
}
