using System.Numerics;
using Nethereum.RPC.Eth.DTOs;

namespace Nethereum.Contracts.CQS;

/// <summary>What function and deployment messages share: how the transaction is sent. Amounts are in wei; what is null is filled in when it is sent.</summary>
public abstract class ContractMessageBase
{
    public virtual BigInteger AmountToSend { get; set; }

    /// <summary>The most gas the transaction may use; null to have it estimated.</summary>
    public virtual BigInteger? Gas { get; set; }

    /// <summary>The price of a legacy transaction.</summary>
    public virtual BigInteger? GasPrice { get; set; }

    public virtual string FromAddress { get; set; }

    public virtual BigInteger? Nonce { get; set; }

    public virtual BigInteger? MaxFeePerGas { get; set; }

    public virtual BigInteger? MaxPriorityFeePerGas { get; set; }

    public virtual byte? TransactionType { get; set; }

    public virtual List<AccessList> AccessList { get; set; }

    public virtual List<Authorisation> AuthorisationList { get; set; }
}
