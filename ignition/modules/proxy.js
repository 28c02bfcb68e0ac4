/**
 * A UUPS contract behind its proxy. The proxy's constructor makes the call to `initialize`, so that nobody can come first.
 * @param m the module's builder
 * @param {string} name the contract
 * @param {{constructorArgs?: unknown[], initializeArgs: unknown[]}} args
 * @returns the contract at the proxy's address
 */
export function behindProxy(m, name, { constructorArgs = [], initializeArgs }) {
  const implementation = m.contract(name, constructorArgs, { id: `${name}Implementation` });
  const initialize = m.encodeFunctionCall(implementation, "initialize", initializeArgs);
  const proxy = m.contract("ERC1967Proxy", [implementation, initialize], { id: `${name}Proxy` });
  return m.contractAt(name, proxy, { id: name });
}
