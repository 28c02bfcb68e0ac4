using Sending.Cli.Commands.Account;
using Sending.Cli.Commands.Challenge;
using Sending.Cli.Commands.Completions;
using Sending.Cli.Commands.Config;
using Sending.Cli.Commands.Credit;
using Sending.Cli.Commands.Demo;
using Sending.Cli.Commands.Devnet;
using Sending.Cli.Commands.Did;
using Sending.Cli.Commands.Edge;
using Sending.Cli.Commands.Epoch;
using Sending.Cli.Commands.Gov;
using Sending.Cli.Commands.Guardian;
using Sending.Cli.Commands.Index;
using Sending.Cli.Commands.Message;
using Sending.Cli.Commands.Network;
using Sending.Cli.Commands.Node;
using Sending.Cli.Commands.Params;
using Sending.Cli.Commands.Rewards;
using Sending.Cli.Commands.Stake;
using Sending.Cli.Commands.Tx;
using Sending.Cli.Commands.Work;

namespace Sending.Cli.Commands;

/// <summary>Every command, in the order in which help lists them.</summary>
internal static class CommandTree
{
    public static IEnumerable<CliCommand> All() =>
    [
        new DemoCommand(),
        new CommandGroup(
            "devnet",
            "A local network to try everything on",
            new DevnetUpCommand(),
            new DevnetStatusCommand(),
            new DevnetDownCommand(),
            new DevnetResetCommand(),
            new DevnetLogsCommand(),
            new DevnetFundCommand(),
            new DevnetAdvanceCommand()),
        new CommandGroup(
            "account",
            "Accounts: keystores that geth and Foundry's cast open too",
            new AccountNewCommand(),
            new AccountImportCommand(),
            new AccountListCommand(),
            new AccountAuthorizeOperatorCommand()),
        new StakeCommand(),
        new UnstakeCommand(),
        new WithdrawCommand(),
        new DelegateCommand(),
        new UndelegateCommand(),
        new CommandGroup("rewards", "Rewards of your stake", new RewardsShowCommand(), new RewardsClaimCommand(), new RewardsRestakeCommand()),
        new CommandGroup(
            "node",
            "Nodes: look at them, manage your own",
            new NodeShowCommand(),
            new NodeListCommand(),
            new NodeHistoryCommand(),
            new NodeSetOperatorCommand(),
            new NodeSetEndpointCommand(),
            new NodeSetCommissionCommand(),
            new NodeResumeCommand()),
        new CommandGroup(
            "credit",
            "Prepaid credit that your Edges charge for relaying",
            new CreditShowCommand(),
            new CreditDepositCommand(),
            new CreditRequestCommand(),
            new CreditWithdrawCommand()),
        new CommandGroup(
            "message",
            $"Messages through Edges, {MessageEdge.NotEncrypted}",
            new MessageSendCommand(),
            new MessageReceiveCommand()),
        new CommandGroup("epoch", "Epochs: the clock, and their settlements", new EpochStatusCommand(), new EpochVerifyCommand()),
        new CommandGroup("work", "Work that Edges commit, epoch by epoch", new WorkShowCommand(), new WorkVerifyCommand(), new WorkCommitCommand()),
        new CommandGroup(
            "challenge",
            "Doubts about work that Edges committed: ask for proofs, give them, convict",
            new ChallengeListCommand(),
            new ChallengeCreateCommand(),
            new ChallengeAnswerCommand(),
            new ChallengeConvictCommand(),
            new ChallengeRefundCommand()),
        new ParamsCommand(),
        new CommandGroup(
            "gov",
            "Decisions of the guardians: propose, vote, carry out",
            new GovListCommand(),
            new GovShowCommand(),
            new GovProposeCommand(),
            new GovVoteCommand(),
            new GovQueueCommand(),
            new GovExecuteCommand(),
            new GovCancelCommand()),
        new CommandGroup(
            "did",
            "Identities: keys, services, delegates, log-in",
            new DidCreateCommand(),
            new DidShowCommand(),
            new DidResolveCommand(),
            new DidHistoryCommand(),
            new CommandGroup("key", "Public keys of an identity", new DidKeyAddCommand(), new DidKeyRevokeCommand()),
            new CommandGroup("service", "Services of an identity, such as its home Edge", new DidServiceAddCommand(), new DidServiceRemoveCommand()),
            new CommandGroup("delegate", "Accounts that act for an identity", new DidDelegateAddCommand(), new DidDelegateRevokeCommand()),
            new DidOwnerCommand(),
            new DidDeactivateCommand(),
            new DidSubmitCommand(),
            new DidLoginCommand(),
            new DidVerifyCommand(),
            new DidServeCommand()),
        new CommandGroup("edge", "The service that relays", new EdgeRunCommand()),
        new CommandGroup(
            "guardian",
            "The service that audits, scores and signs settlements",
            new GuardianRunCommand(),
            new CommandGroup("record", "What a guardian has signed: move it along with the guardian", new GuardianRecordExportCommand(), new GuardianRecordImportCommand())),
        new CommandGroup("network", "RPC endpoints of the network", new NetworkStatusCommand()),
        new CommandGroup("tx", "Transactions sent from this machine, and what became of them", new TxListCommand(), new TxShowCommand(), new TxResumeCommand()),
        new CommandGroup("index", "What is known of the chain, in a file", new IndexStatusCommand(), new IndexCheckCommand(), new IndexRebuildCommand()),
        new CommandGroup("config", "Settings and where they come from", new ConfigShowCommand()),
        new CompletionsCommand(),
        new CompleteCommand(),
    ];
}
