namespace Sending.Chain.Errors;

/// <summary>What went wrong, for programs; a host maps each to an exit code or HTTP status in one place.</summary>
public enum ErrorCode
{
    /// <summary>An argument is malformed or out of range, whatever the chain says.</summary>
    InvalidInput,

    /// <summary>The user declined before anything was sent.</summary>
    Cancelled,

    /// <summary>Interrupted while waiting; <c>details["transactionHash"]</c> is set when a transaction is out.</summary>
    Interrupted,

    /// <summary>No account of that name or address.</summary>
    AccountNotFound,

    /// <summary>An account of that name is there already and is never overwritten.</summary>
    AccountExists,

    /// <summary>The password does not open the keystore, or is missing.</summary>
    WrongPassword,

    /// <summary>A keystore file that cannot be read: truncated, not JSON, another version, no permission.</summary>
    InvalidKeystore,

    /// <summary>Not a private key, or a mnemonic with an unknown word or a bad checksum.</summary>
    InvalidSecret,

    /// <summary>A password or key is needed, and there is no file with it and nobody to ask.</summary>
    SecretMissing,

    /// <summary>The file with a password or key cannot be read.</summary>
    SecretUnreadable,

    /// <summary>A settings file that is no flat JSON object of known settings.</summary>
    SettingsMalformed,

    /// <summary>Nothing answers JSON-RPC at the URL in time.</summary>
    NodeUnreachable,

    /// <summary>The node belongs to another chain than the deployment.</summary>
    WrongChain,

    /// <summary>The node answered a request with an error that is no revert.</summary>
    NodeRefused,

    /// <summary>No deployment file for the network.</summary>
    DeploymentNotFound,

    /// <summary>A deployment file that is malformed or incomplete.</summary>
    DeploymentInvalid,

    /// <summary>No code at a contract's address.</summary>
    ContractsNotDeployed,

    /// <summary>A check before a transaction failed; nothing was sent.</summary>
    CheckFailed,

    /// <summary>A log-in message that is not for here and now, or not signed by who may act for its DID.</summary>
    LoginRefused,

    /// <summary>No Edge answers at the URL in time, or what answers is none.</summary>
    EdgeUnreachable,

    /// <summary>An Edge does not grant what it was asked; <c>details["problem"]</c> is its reason.</summary>
    EdgeRefused,

    /// <summary>The contract refuses the call; found by simulation, nothing was sent.</summary>
    Reverted,

    /// <summary>The transaction was mined with status 0: the fee is spent, nothing else happened.</summary>
    RevertedAfterSending,

    /// <summary>The transaction is out and was not mined in time.</summary>
    ReceiptTimeout,

    /// <summary>The key of a transaction stands for another one already.</summary>
    IntentConflict,

    /// <summary>The transaction was not sent by its deadline; nothing was sent.</summary>
    DeadlinePassed,

    /// <summary>A state file that holds another chain's state.</summary>
    StateOfAnotherChain,

    /// <summary>A state file that is damaged, in use, not writable, or of a newer program.</summary>
    StateUnusable,

    /// <summary>The chain was reorganised below what counted as final: what was stored of it must be read anew.</summary>
    ReorgTooDeep,

    /// <summary>The leaves of a commitment that has to be paid for are not here.</summary>
    LeavesMissing,

    /// <summary>Figures that differ from those that are on chain.</summary>
    SettlementMismatch,

    /// <summary>No Edge or Guardian answers, or none has what is asked for.</summary>
    ServiceUnreachable,

    /// <summary>A guardian is asked to sign what contradicts what it has signed.</summary>
    SigningRefused,

    /// <summary>A devnet runs in the folder already.</summary>
    DevnetRunning,

    /// <summary>No devnet runs in the folder.</summary>
    DevnetNotRunning,

    /// <summary>Something else listens on the port.</summary>
    PortInUse,

    /// <summary>It is not possible to listen on an address: it is not this machine's, or not allowed.</summary>
    ListenFailed,

    /// <summary>Another command is starting or stopping the same devnet.</summary>
    DevnetBusy,

    /// <summary>The node or the deployment of a devnet did not come up.</summary>
    DevnetFailed,
}
