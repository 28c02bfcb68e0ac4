using System.Numerics;
using Nethereum.Contracts;
using Nethereum.Util;
using Sending.Chain.Accounts;
using Sending.Chain.Contracts.ProtocolConfig.ContractDefinition;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;
using Sending.Chain.Contracts.SendGovernor.ContractDefinition;
using Sending.Chain.Epochs;
using Sending.Chain.Staking;
using Sending.Testing;
using OperationScheduledEventDTO = Sending.Chain.Contracts.AccessManager.ContractDefinition.OperationScheduledEventDTO;

namespace Sending.Chain.Tests.Protocol;

/// <summary>Guardians raise the smallest deposit from 1 to 2 SEND: they propose, vote, wait as long as the permission map says, and execute.</summary>
public class ProposalTests(DevnetFixture devnet) : ProtocolStory(devnet)
{
    private const string Description = "Deposits of less than 2 SEND are not worth their gas.";
    private const byte Against = 0;
    private const byte For = 1;

    private static readonly SetParametersFunction Change = new() { Parameters = [(byte)ProtocolParameter.MinDeposit], Values = [Send("2")] };

    private StoryNode[] _guardians = [];
    private UnlockedAccount _stranger = null!;
    private BigInteger _proposal;

    private static byte[] DescriptionHash => Sha3Keccack.Current.CalculateHash(System.Text.Encoding.UTF8.GetBytes(Description));

    private StoryNode Smallest => _guardians.MinBy(guardian => guardian.Stake)!;

    private StoryNode Largest => _guardians.MaxBy(guardian => guardian.Stake)!;

    [Fact]
    public async Task A_parameter_that_guardians_change_is_in_force_from_the_next_epoch()
    {
        _guardians = await GuardiansAsync();
        _stranger = await PersonAsync("stranger", "100");
        await AllowAsync(_stranger, Contracts.RelayCredit);
        await OnlyTheGovernorSetsParametersAsync();
        await AGuardianProposesAsync();
        await GuardiansVoteAsync();
        await TheDecisionWaitsAsync();
        await TheParameterChangesWithTheEpochAsync();
    }

    private async Task OnlyTheGovernorSetsParametersAsync()
    {
        await RefusedAsync(Largest.Owner, Change, "AccessManagedUnauthorized", $"{Largest.Address} does not hold the role that this call needs.");
        await RefusedAsync(_stranger, Proposal(), "GovernorInsufficientProposerVotes", $"{_stranger.Address} has 0 SEND of votes; a proposal needs 100,000 SEND.");
    }

    private async Task AGuardianProposesAsync()
    {
        var created = Event<ProposalCreatedEventDTO>(await DoAsync(Smallest.Owner, Proposal()));
        _proposal = created.ProposalId;
        Assert.Equal((Smallest.Address, 30), (created.Proposer, created.VoteEnd - created.VoteStart));
        await RefusedAsync(Largest.Owner, Vote(For), "GovernorUnexpectedProposalState", $"Proposal {_proposal} is not open to votes yet.");
        await PassAsync(TimeSpan.FromSeconds(6));
    }

    private async Task GuardiansVoteAsync()
    {
        var vote = Event<VoteCastEventDTO>(await DoAsync(Largest.Owner, Vote(For)));
        Assert.Equal((Largest.Address, Send("250000")), (vote.Voter, vote.Weight));
        await DoAsync(Smallest.Owner, Vote(Against));
        Assert.True(Event<VoteCastEventDTO>(await DoAsync(_stranger, Vote(Against))).Weight.IsZero);
        await RefusedAsync(Largest.Owner, Vote(Against), "GovernorAlreadyCastVote", $"{Largest.Address} has voted on this proposal already.");
        await RefusedAsync(_stranger, Queueing(), "GovernorUnexpectedProposalState", $"Proposal {_proposal} is open to votes.");

        var votes = await Chain.Governor.ProposalVotesQueryAsync(_proposal);
        Assert.Equal((Send("250000"), Send("100000"), 0), (votes.ForVotes, votes.AgainstVotes, votes.AbstainVotes));
        await PassAsync(TimeSpan.FromSeconds(36));
    }

    private async Task TheDecisionWaitsAsync()
    {
        await RefusedAsync(Largest.Owner, Vote(For), "GovernorUnexpectedProposalState", $"Proposal {_proposal} is agreed to and not scheduled yet.");
        await RefusedAsync(_stranger, Execution(), "GovernorUnexpectedProposalState", $"Proposal {_proposal} is agreed to and not scheduled yet.");
        var receipt = await DoAsync(_stranger, Queueing());
        var mined = await Chain.Web3.Eth.Blocks.GetBlockWithTransactionsHashesByNumber.SendRequestAsync(receipt.BlockNumber);
        var executableAt = mined.Timestamp.Value + 5;
        Assert.Equal(executableAt, Event<ProposalQueuedEventDTO>(receipt).EtaSeconds);
        Assert.Equal(Contracts.ProtocolConfig, Event<OperationScheduledEventDTO>(receipt).Target);
        await RefusedAsync(_stranger, Execution(), "GovernorUnmetDelay", $"Proposal {_proposal} can be executed from {Time(ChainTime.FromUnix(executableAt))} on.");
    }

    private async Task TheParameterChangesWithTheEpochAsync()
    {
        // The next epoch may begin before the delay is over.
        await PassAsync(TimeSpan.FromSeconds(5));
        var epoch = await CurrentEpochAsync() + 1;
        await BeginEpochAsync(epoch);
        var set = Event<ParameterSetEventDTO>(await DoAsync(_stranger, Execution()));
        Assert.Equal(((byte)ProtocolParameter.MinDeposit, Send("2"), epoch + 1), (set.Parameter, set.Value, set.FromEpoch));
        Assert.Equal(Send("1"), await Chain.Config.ValueQueryAsync((byte)ProtocolParameter.MinDeposit));
        await DoAsync(_stranger, Deposit("1"));

        await BeginEpochAsync(epoch + 1);
        Assert.Equal(Send("2"), await Chain.Config.ValueQueryAsync((byte)ProtocolParameter.MinDeposit));
        await RefusedAsync(_stranger, Deposit("1"), "BelowMinimumDeposit", "A deposit of 1 SEND is below the minimum of 2 SEND.");
        await DoAsync(_stranger, Deposit("2"));
        await RefusedAsync(_stranger, Execution(), "GovernorUnexpectedProposalState", $"Proposal {_proposal} is executed.");
    }

    private DepositFunction Deposit(string amount) => new() { Payer = _stranger.Address, Edge = Largest.Address, Amount = Send(amount) };

    private CastVoteFunction Vote(byte support) => new() { ProposalId = _proposal, Support = support };

    private ProposeFunction Proposal() => new() { Targets = Targets(), Values = [0], Calldatas = [Change.GetCallData()], Description = Description };

    private QueueFunction Queueing() => new() { Targets = Targets(), Values = [0], Calldatas = [Change.GetCallData()], DescriptionHash = DescriptionHash };

    private ExecuteFunction Execution() => new() { Targets = Targets(), Values = [0], Calldatas = [Change.GetCallData()], DescriptionHash = DescriptionHash };

    private List<string> Targets() => [Contracts.ProtocolConfig];
}
